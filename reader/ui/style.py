"""The look of standard widgets: Fusion painted with the theme's tokens, and the focus ring; no style sheets."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QMenu,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionTab,
    QStyleOptionToolButton,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from reader.ui import style_parts as parts
from reader.ui.style_measures import MeasuredStyle, is_combo_popup
from reader.ui.theme import Theme

CE, CC, PE = QStyle.ControlElement, QStyle.ComplexControl, QStyle.PrimitiveElement
SC, State = QStyle.SubControl, QStyle.StateFlag

_NOTHING_PAINTED = {
    PE.PE_FrameStatusBarItem,
    PE.PE_FrameFocusRect,
    PE.PE_PanelToolBar,
    PE.PE_IndicatorToolBarHandle,
    PE.PE_FrameMenu,
    PE.PE_PanelScrollAreaCorner,
    PE.PE_IndicatorTabClose,
}
_ARROWS = {
    PE.PE_IndicatorArrowDown: "chevron-down",
    PE.PE_IndicatorArrowUp: "chevron-up",
    PE.PE_IndicatorArrowLeft: "chevron-left",
    PE.PE_IndicatorArrowRight: "chevron-right",
    PE.PE_IndicatorSpinUp: "chevron-up",
    PE.PE_IndicatorSpinDown: "chevron-down",
    PE.PE_IndicatorHeaderArrow: "chevron-down",
}


class ThemeStyle(MeasuredStyle):
    """A button with the property "primary" is solid, with "small" lower; a field with "error" has a red frame."""

    def __init__(self, theme: Theme, text_scale: float = 1.0) -> None:
        super().__init__(text_scale)
        self._theme = theme

    def polish(self, target: QWidget | QApplication | QPalette) -> QPalette | None:  # type: ignore[override]
        """Popups get room for their rounded corners; other widgets are taken as they are."""
        result = super().polish(target)
        if isinstance(target, QWidget) and (isinstance(target, QMenu) or is_combo_popup(target)):
            target.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
            target.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            target.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        if isinstance(target, QAbstractButton):
            target.setAttribute(Qt.WidgetAttribute.WA_Hover)
        return cast("QPalette | None", result)

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        theme, rect = self._theme, option.rect
        if element in _NOTHING_PAINTED:
            return
        if element in _ARROWS:
            enabled = parts.is_set(option, State.State_Enabled)
            parts.paint_arrow(painter, QRectF(rect), theme, _ARROWS[element], enabled, round(12 * self._scale))
        elif element == PE.PE_PanelButtonCommand:
            parts.paint_button(painter, option, theme, _has(widget, "primary"))
        elif element in (PE.PE_PanelButtonTool, PE.PE_IndicatorButtonDropDown):
            parts.paint_tool_button(painter, option, theme)
        elif element == PE.PE_PanelLineEdit:
            if not _inside_another_field(widget):
                parts.paint_field(painter, QRectF(rect), option, theme, _has(widget, "error"))
        elif element in (PE.PE_IndicatorCheckBox, PE.PE_IndicatorItemViewItemCheck):
            parts.paint_check(painter, option, theme, round_shape=False)
        elif element == PE.PE_IndicatorRadioButton:
            parts.paint_check(painter, option, theme, round_shape=True)
        elif element == PE.PE_PanelItemViewItem and isinstance(option, QStyleOptionViewItem):
            parts.paint_row(painter, option, theme, _is_first(option) and not isinstance(widget, QTreeView))
        elif element == PE.PE_PanelItemViewRow and isinstance(option, QStyleOptionViewItem):
            if parts.is_set(option, State.State_Selected):
                parts.paint_row(painter, option, theme, isinstance(widget, QTreeView) and rect.x() <= 0)
        elif element == PE.PE_IndicatorBranch:
            self._draw_branch(option, painter)
        elif element in (PE.PE_PanelMenu, PE.PE_FrameWindow, PE.PE_PanelTipLabel):
            radius = parts.SMALL_RADIUS if element == PE.PE_PanelTipLabel else parts.POPUP_RADIUS
            parts.rounded(painter, QRectF(rect), radius, theme.color("raised"), theme.color("ctl"))
        elif element == PE.PE_Frame:
            self._draw_frame(option, painter, widget)
        elif element == PE.PE_FrameGroupBox:
            parts.rounded(painter, QRectF(rect), parts.POPUP_RADIUS, None, theme.color("line"))
        elif element in (PE.PE_FrameTabBarBase, PE.PE_FrameTabWidget):
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme.color("line"))
        elif element == PE.PE_IndicatorToolBarSeparator:
            painter.fillRect(QRect(rect.center().x(), rect.top() + 6, 1, rect.height() - 12), theme.color("line"))
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        theme, rect = self._theme, QRectF(option.rect)
        if element == CE.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            parts.paint_button_label(painter, option, theme, _has(widget, "primary"), self._scale)
        elif element == CE.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox):
            super().drawControl(element, self._fitted(option, widget), painter, widget)
        elif element == CE.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            parts.paint_menu_item(painter, option, theme, self._scale)
        elif element == CE.CE_MenuBarItem and isinstance(option, QStyleOptionMenuItem):
            self._draw_menu_bar_item(option, painter)
        elif element == CE.CE_MenuBarEmptyArea:
            painter.fillRect(rect, theme.color("window"))
        elif element in (CE.CE_ToolBar, CE.CE_SizeGrip):
            return
        elif element == CE.CE_Splitter:
            self._draw_splitter(option, painter)
        elif element == CE.CE_TabBarTabShape and isinstance(option, QStyleOptionTab):
            parts.paint_tab(painter, option, theme)
        elif element in (CE.CE_HeaderSection, CE.CE_HeaderEmptyArea):
            painter.fillRect(rect, theme.color("window"))
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        elif element == CE.CE_HeaderLabel and isinstance(option, QStyleOptionHeader):
            option = QStyleOptionHeader(option)
            option.palette.setColor(QPalette.ColorRole.ButtonText, theme.color("text2"))
            super().drawControl(element, option, painter, widget)
        elif element == CE.CE_ProgressBar and isinstance(option, QStyleOptionProgressBar):
            parts.paint_progress(painter, option, theme, 0.5)
        elif element == CE.CE_FocusFrame:
            painter.save()
            painter.setClipping(False)
            parts.rounded(painter, rect, parts.RADIUS + 4, None, theme.color("accent"), 2)
            painter.restore()
        elif element == CE.CE_ItemViewItem and isinstance(option, QStyleOptionViewItem):
            super().drawControl(element, option, painter, widget)
            if parts.is_set(option, State.State_HasFocus) and not parts.is_set(option, State.State_Selected):
                parts.rounded(painter, rect.adjusted(1, 1, -1, -1), parts.SMALL_RADIUS, None, theme.color("accent"), 2)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        theme = self._theme
        enabled = parts.is_set(option, State.State_Enabled)
        if control == CC.CC_ComboBox:
            self._draw_combo_box(option, painter, widget)
        elif control == CC.CC_SpinBox:
            parts.paint_field(painter, QRectF(option.rect), option, theme, _has(widget, "error"))
            for part, name in ((SC.SC_SpinBoxUp, "chevron-up"), (SC.SC_SpinBoxDown, "chevron-down")):
                place = self.subControlRect(control, option, part, widget)
                if place.width() > 0:
                    parts.paint_arrow(painter, QRectF(place), theme, name, enabled, round(10 * self._scale))
        elif control == CC.CC_ScrollBar:
            handle = self.subControlRect(control, option, SC.SC_ScrollBarSlider, widget)
            strong = parts.is_set(option, State.State_MouseOver) or parts.is_set(option, State.State_Sunken)
            upright = not parts.is_set(option, State.State_Horizontal)
            painter.fillRect(option.rect, theme.color("track"))
            if enabled:
                parts.paint_scroll_handle(painter, QRectF(handle), theme, upright, strong)
        elif control == CC.CC_Slider:
            groove = self.subControlRect(control, option, SC.SC_SliderGroove, widget)
            handle = self.subControlRect(control, option, SC.SC_SliderHandle, widget)
            upright = not parts.is_set(option, State.State_Horizontal)
            parts.paint_slider(painter, QRectF(groove), QRectF(handle), theme, enabled, upright)
        elif control == CC.CC_ToolButton and isinstance(option, QStyleOptionToolButton):
            self._draw_tool_button(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _fitted(self, option: QStyleOptionComboBox, widget: QWidget | None) -> QStyleOptionComboBox:
        """The option of a box with what is chosen cut, with an ellipsis, to the room that there is for it."""
        room = self.subControlRect(CC.CC_ComboBox, option, SC.SC_ComboBoxEditField, widget).width() - 2
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + 4
        fitted = QStyleOptionComboBox(option)
        fitted.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        return fitted

    def _draw_combo_box(self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
        theme = self._theme
        enabled = parts.is_set(option, State.State_Enabled)
        rect = QRectF(option.rect)
        if parts.is_set(option, State.State_HasFocus) or _has(widget, "error"):
            parts.paint_field(painter, rect, option, theme, _has(widget, "error"))
        else:
            edge = theme.color("ctl" if enabled else "line")
            parts.rounded(painter, rect, parts.RADIUS, parts.ground(option, theme, "raised"), edge)
        arrow = self.subControlRect(CC.CC_ComboBox, option, SC.SC_ComboBoxArrow, widget)
        parts.paint_arrow(painter, QRectF(arrow), theme, "chevron-down", enabled, round(14 * self._scale))

    def _draw_tool_button(self, option: QStyleOptionToolButton, painter: QPainter, widget: QWidget | None) -> None:
        parts.paint_tool_button(painter, option, self._theme)
        if parts.is_set(option, State.State_HasFocus):
            parts.rounded(painter, QRectF(option.rect), parts.RADIUS, None, self._theme.color("accent"), 2)
        label = QStyleOptionToolButton(option)
        has_menu = bool(option.features & QStyleOptionToolButton.ToolButtonFeature.HasMenu)
        if has_menu and option.toolButtonStyle != Qt.ToolButtonStyle.ToolButtonIconOnly:
            width = round(16 * self._scale)
            label.rect = option.rect.adjusted(0, 0, -width, 0)
            arrow = QRectF(option.rect.right() - width - 4, option.rect.y(), width, option.rect.height())
            enabled = parts.is_set(option, State.State_Enabled)
            parts.paint_arrow(painter, arrow, self._theme, "chevron-down", enabled, round(12 * self._scale))
        if parts.is_set(option, State.State_On) and parts.is_set(option, State.State_Enabled):
            label.palette.setColor(QPalette.ColorRole.ButtonText, self._theme.color("acctext"))
        label.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
        if option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextBesideIcon and option.text:
            parts.paint_tool_label(painter, label, self._theme, self._scale)
            return
        self.drawControl(CE.CE_ToolButtonLabel, label, painter, widget)

    def _draw_branch(self, option: QStyleOption, painter: QPainter) -> None:
        if parts.is_set(option, State.State_Children):
            name = "chevron-down" if parts.is_set(option, State.State_Open) else "chevron-right"
            parts.paint_arrow(painter, QRectF(option.rect), self._theme, name, True, round(12 * self._scale))

    def _draw_frame(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        is_field = widget is not None and (widget.inherits("QTextEdit") or widget.inherits("QPlainTextEdit"))
        if is_field:
            parts.paint_field(painter, QRectF(option.rect), option, self._theme, _has(widget, "error"))
        elif is_combo_popup(widget):
            popup = QRectF(option.rect)
            parts.rounded(painter, popup, parts.POPUP_RADIUS, self._theme.color("raised"), self._theme.color("ctl"))
        else:
            parts.rounded(painter, QRectF(option.rect), 0, None, self._theme.color("line"))

    def _draw_menu_bar_item(self, option: QStyleOptionMenuItem, painter: QPainter) -> None:
        theme, rect = self._theme, QRectF(option.rect)
        painter.fillRect(rect, theme.color("window"))
        enabled = parts.is_set(option, State.State_Enabled)
        if enabled and (parts.is_set(option, State.State_Selected) or parts.is_set(option, State.State_Sunken)):
            parts.rounded(painter, rect.adjusted(1, 1, -1, -1), parts.SMALL_RADIUS, theme.color("hover"))
        painter.setPen(theme.color("text" if enabled else "text3"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic), option.text)

    def _draw_splitter(self, option: QStyleOption, painter: QPainter) -> None:
        rect = option.rect
        active = parts.is_set(option, State.State_MouseOver) or parts.is_set(option, State.State_HasFocus)
        colour, width = self._theme.color("accent" if active else "line"), 2 if active else 1
        if parts.is_set(option, State.State_Horizontal):
            painter.fillRect(QRect(rect.center().x(), rect.top(), width, rect.height()), colour)
        else:
            painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), width), colour)


def _has(widget: QWidget | None, name: str) -> bool:
    return widget is not None and bool(widget.property(name))


def _inside_another_field(widget: QWidget | None) -> bool:
    """A line edit within a combo or spin box has no frame of its own."""
    return widget is not None and isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))


def _is_first(option: QStyleOptionViewItem) -> bool:
    position = QStyleOptionViewItem.ViewItemPosition
    return option.viewItemPosition in (position.Beginning, position.OnlyOne, position.Invalid)
