"""How the parts of standard widgets are painted: frames, fields, check boxes, rows, menu items, scroll bars, tabs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionTab,
    QStyleOptionToolButton,
    QStyleOptionViewItem,
)

from reader.ui.resources import paint_icon
from reader.ui.theme import Theme

State = QStyle.StateFlag
RADIUS, SMALL_RADIUS, POPUP_RADIUS = 6.0, 4.0, 8.0


def rounded(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, edge: QColor | None = None, width: float = 1.0
) -> None:
    """A rounded rectangle that lies wholly inside `rect`, with an edge of `width` px on whole pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width) if edge is not None else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = width / 2 if edge is not None else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)
    painter.restore()


def is_set(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def area(option: QStyleOption) -> QRectF:
    return QRectF(option.rect)


def ground(option: QStyleOption, theme: Theme, rest: str | None) -> QColor | None:
    """The fill of something that can be pressed: at rest, under the pointer, pressed."""
    if not is_set(option, State.State_Enabled):
        return theme.color(rest) if rest else None
    if is_set(option, State.State_Sunken):
        return theme.mixed("ctl", "hover", 0.22)
    if is_set(option, State.State_MouseOver):
        return theme.color("hover")
    return theme.color(rest) if rest else None


def paint_button(painter: QPainter, option: QStyleOption, theme: Theme, primary: bool) -> None:
    enabled = is_set(option, State.State_Enabled)
    if primary and enabled:
        share = 0.76 if is_set(option, State.State_Sunken) else 0.88 if is_set(option, State.State_MouseOver) else 1.0
        rounded(painter, area(option), RADIUS, theme.mixed("accent", "text", share))
        return
    if isinstance(option, QStyleOptionButton) and option.features & QStyleOptionButton.ButtonFeature.Flat:
        rounded(painter, area(option), RADIUS, ground(option, theme, None))
        return
    if is_set(option, State.State_On):
        rounded(painter, area(option), RADIUS, theme.color("accsoft"), theme.color("accent"))
        return
    edge = theme.color("ctl" if enabled else "line")
    rounded(painter, area(option), RADIUS, ground(option, theme, "raised"), edge)


def paint_tool_button(painter: QPainter, option: QStyleOption, theme: Theme) -> None:
    on = is_set(option, State.State_On)
    fill = theme.color("accsoft") if on else ground(option, theme, None)
    if on and is_set(option, State.State_MouseOver) and is_set(option, State.State_Enabled):
        fill = theme.mixed("accent", "accsoft", 0.12)
    if fill is not None:
        rounded(painter, area(option), RADIUS, fill)


def paint_field(painter: QPainter, rect: QRectF, option: QStyleOption, theme: Theme, wrong: bool) -> None:
    """The frame and ground of a line edit, text edit, spin box or combo box."""
    enabled, focused = is_set(option, State.State_Enabled), is_set(option, State.State_HasFocus)
    edge = theme.color("err" if wrong else "accent" if focused else "ctl" if enabled else "line")
    rounded(painter, rect, RADIUS, theme.color("raised"), edge, 2.0 if wrong or (focused and enabled) else 1.0)


def paint_check(painter: QPainter, option: QStyleOption, theme: Theme, round_shape: bool) -> None:
    """A check box or a radio button: empty, checked, or partly checked."""
    rect = area(option)
    side = min(rect.width(), rect.height())
    rect = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
    enabled = is_set(option, State.State_Enabled)
    on, partly = is_set(option, State.State_On), is_set(option, State.State_NoChange)
    radius = side / 2 if round_shape else SMALL_RADIUS
    if not on and not partly:
        rounded(painter, rect, radius, ground(option, theme, "raised"), theme.color("ctl" if enabled else "line"))
        return
    fill, sign = ("accent", "onaccent") if enabled else ("hover", "text3")
    rounded(painter, rect, radius, theme.color(fill))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color(sign), side * 0.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y = rect.x(), rect.y()
    if round_shape:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(sign))
        painter.drawEllipse(rect.center(), side * 0.2, side * 0.2)
    elif partly:
        painter.drawLine(QPointF(x + side * 0.28, y + side / 2), QPointF(x + side * 0.72, y + side / 2))
    else:
        points = ((0.25, 0.53), (0.42, 0.70), (0.75, 0.33))
        painter.drawPolyline([QPointF(x + side * across, y + side * down) for across, down in points])
    painter.restore()


def paint_row(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, first: bool) -> None:
    """The ground of a row in a list, tree or table: chosen (with a bar at the left) or under the pointer."""
    rect = area(option)
    if is_set(option, State.State_Selected):
        painter.fillRect(rect, theme.color("accsoft"))
        if first:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.color("accent"))
    elif is_set(option, State.State_MouseOver) and is_set(option, State.State_Enabled):
        painter.fillRect(rect, theme.color("hover"))
    elif option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(rect, option.backgroundBrush)


def paint_arrow(painter: QPainter, rect: QRectF, theme: Theme, name: str, enabled: bool, size: int = 12) -> None:
    """A small arrow in the middle of `rect`; name is an icon's, such as "chevron-down"."""
    place = QRectF(0, 0, size, size)
    place.moveCenter(rect.center())
    paint_icon(painter, place, theme, name, "text2" if enabled else "text3")


def paint_menu_item(painter: QPainter, option: QStyleOptionMenuItem, theme: Theme, unit: float) -> None:
    """One line of a menu: check or icon, text, shortcut, arrow of a submenu; `unit` is 1 px at 100 % text."""
    rect = area(option)
    if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
        painter.fillRect(QRectF(rect.x(), round(rect.center().y()), rect.width(), 1), theme.color("line"))
        return
    enabled, chosen = is_set(option, State.State_Enabled), is_set(option, State.State_Selected)
    if chosen and enabled:
        rounded(painter, rect.adjusted(4, 0, -4, 0), SMALL_RADIUS, theme.color("accsoft"))
    sign = QRectF(rect.x() + 12 * unit, rect.y(), 16 * unit, rect.height())
    mark_size = QRectF(0, 0, 16 * unit, 16 * unit)
    mark_size.moveCenter(sign.center())
    checkable = option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable
    icon = option.icon
    if checkable and option.checked:
        paint_icon(painter, mark_size, theme, "check", "accent" if enabled else "text3")
    elif not icon.isNull():
        icon.paint(
            painter,
            mark_size.toAlignedRect(),
            Qt.AlignmentFlag.AlignCenter,
            QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled,
        )
    painter.save()
    painter.setFont(option.font)
    left = 36 * unit if option.menuHasCheckableItems or option.maxIconWidth > 0 else 14 * unit
    words = rect.adjusted(left, 0, -14 * unit, 0)
    text, _, shortcut = option.text.partition("\t")
    painter.setPen(theme.color("text" if enabled else "text3"))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextShowMnemonic
    painter.drawText(words, int(flags | Qt.AlignmentFlag.AlignLeft), text)
    submenu = option.menuItemType == QStyleOptionMenuItem.MenuItemType.SubMenu
    if shortcut:
        painter.setPen(theme.color("text2" if chosen and enabled else "text3"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shortcut)
    painter.restore()
    if submenu:
        arrow = QRectF(rect.right() - 26 * unit, rect.y(), 16 * unit, rect.height())
        paint_arrow(painter, arrow, theme, "chevron-right", enabled)


def paint_scroll_handle(painter: QPainter, rect: QRectF, theme: Theme, upright: bool, strong: bool) -> None:
    """The handle of a scroll bar: thin at rest, thicker under the pointer."""
    thickness = 8.0 if strong else 5.0
    across = rect.width() if upright else rect.height()
    inset = (across - thickness) / 2
    slim = rect.adjusted(inset, 2, -inset, -2) if upright else rect.adjusted(2, inset, -2, -inset)
    colour = theme.color("text3") if strong else theme.color("ctl")
    rounded(painter, slim, thickness / 2, colour)


def paint_tab(painter: QPainter, option: QStyleOptionTab, theme: Theme) -> None:
    """The ground of a tab: a line of 2 px in accent under the chosen one, hover under the pointer."""
    rect = area(option)
    if is_set(option, State.State_Selected):
        painter.fillRect(QRectF(rect.x() + 4, rect.bottom() - 2, rect.width() - 8, 2), theme.color("accent"))
    elif is_set(option, State.State_MouseOver) and is_set(option, State.State_Enabled):
        rounded(painter, rect.adjusted(2, 3, -2, -5), RADIUS, theme.color("hover"))


def paint_progress(painter: QPainter, option: QStyleOptionProgressBar, theme: Theme, phase: float) -> None:
    """A bar of 4 px; without an end (maximum 0) a piece of it stands at `phase` (0-1)."""
    rect = area(option)
    bar = QRectF(rect.x(), rect.center().y() - 2, rect.width(), 4)
    rounded(painter, bar, 2, theme.color("line"))
    span = option.maximum - option.minimum
    if span <= 0:
        bar = QRectF(bar.x() + bar.width() * 0.7 * phase, bar.y(), bar.width() * 0.3, 4)
    else:
        bar.setWidth(bar.width() * max(0.0, min(1.0, (option.progress - option.minimum) / span)))
    if bar.width() > 0:
        rounded(painter, bar, 2, theme.color("accent"))


def paint_slider(painter: QPainter, groove: QRectF, handle: QRectF, theme: Theme, enabled: bool, upright: bool) -> None:
    """A thin groove, filled up to a round handle."""
    middle = handle.center()
    if upright:
        track = QRectF(groove.center().x() - 2, groove.y(), 4, groove.height())
        filled = QRectF(track.x(), middle.y(), 4, max(0.0, track.bottom() - middle.y()))
    else:
        track = QRectF(groove.x(), groove.center().y() - 2, groove.width(), 4)
        filled = QRectF(track.x(), track.y(), max(0.0, middle.x() - track.x()), 4)
    rounded(painter, track, 2, theme.color("line"))
    if enabled:
        rounded(painter, filled, 2, theme.color("accent"))
    side = min(handle.width(), handle.height()) - 2
    knob = QRectF(0, 0, side, side)
    knob.moveCenter(middle)
    rounded(painter, knob, side / 2, theme.color("raised"), theme.color("accent" if enabled else "line"), 1.5)


def paint_button_label(painter: QPainter, option: QStyleOptionButton, theme: Theme, primary: bool, unit: float) -> None:
    """The icon and the words of a push button, in its middle."""
    enabled = is_set(option, State.State_Enabled)
    token = "text3" if not enabled else "onaccent" if primary else "text"
    painter.setPen(theme.color(token))
    _paint_icon_and_words(painter, option, 7 * unit, enabled)


def paint_tool_label(painter: QPainter, option: QStyleOptionToolButton, theme: Theme, unit: float) -> None:
    """The icon and the words of a tool button, in its middle."""
    enabled = is_set(option, State.State_Enabled)
    on = is_set(option, State.State_On)
    painter.save()
    painter.setFont(option.font)
    painter.setPen(theme.color("text3" if not enabled else "acctext" if on else "text"))
    _paint_icon_and_words(painter, option, 7 * unit, enabled, on)
    painter.restore()


def _paint_icon_and_words(
    painter: QPainter,
    option: QStyleOptionButton | QStyleOptionToolButton,
    gap: float,
    enabled: bool,
    on: bool = False,
) -> None:
    rect = area(option)
    words = painter.fontMetrics().horizontalAdvance(option.text.replace("&", ""))
    icon_width = 0.0 if option.icon.isNull() else float(option.iconSize.width())
    joint = gap if icon_width and option.text else 0.0
    x = rect.center().x() - (icon_width + joint + words) / 2
    if icon_width:
        place = QRectF(x, rect.center().y() - option.iconSize.height() / 2, icon_width, option.iconSize.height())
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        state = QIcon.State.On if on else QIcon.State.Off
        option.icon.paint(painter, place.toRect(), Qt.AlignmentFlag.AlignCenter, mode, state)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextSingleLine
    left = x + icon_width + joint
    room = QRectF(left, rect.y(), max(0.0, rect.right() - left), rect.height())
    painter.drawText(room, int(flags | Qt.AlignmentFlag.AlignLeft), option.text)
