"""The measures of standard widgets: Fusion with our own sizes, spacings and the places of parts within a widget."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QTextEdit,
    QWidget,
)

CC, SC = QStyle.ComplexControl, QStyle.SubControl
PM, SH, CT = QStyle.PixelMetric, QStyle.StyleHint, QStyle.ContentsType

# lengths in px at 100 % text; they grow with the interface font
_GROWING = {
    PM.PM_IndicatorWidth: 16,
    PM.PM_IndicatorHeight: 16,
    PM.PM_ExclusiveIndicatorWidth: 16,
    PM.PM_ExclusiveIndicatorHeight: 16,
    PM.PM_CheckBoxLabelSpacing: 8,
    PM.PM_RadioButtonLabelSpacing: 8,
    PM.PM_SmallIconSize: 16,
    PM.PM_ButtonIconSize: 16,
    PM.PM_ToolBarIconSize: 16,
    PM.PM_ListViewIconSize: 16,
    PM.PM_TabBarIconSize: 16,
    PM.PM_TreeViewIndentation: 16,
    PM.PM_ScrollBarExtent: 12,
    PM.PM_ScrollBarSliderMin: 28,
    PM.PM_TabBarTabHSpace: 24,
    PM.PM_TabBarTabVSpace: 16,
    PM.PM_LayoutHorizontalSpacing: 8,
    PM.PM_LayoutVerticalSpacing: 8,
    PM.PM_LayoutLeftMargin: 16,
    PM.PM_LayoutRightMargin: 16,
    PM.PM_LayoutTopMargin: 16,
    PM.PM_LayoutBottomMargin: 16,
    PM.PM_MenuButtonIndicator: 16,
}
_FIXED = {
    PM.PM_DefaultFrameWidth: 1,
    PM.PM_FocusFrameHMargin: 4,
    PM.PM_FocusFrameVMargin: 4,
    PM.PM_ButtonShiftHorizontal: 0,
    PM.PM_ButtonShiftVertical: 0,
    PM.PM_ButtonDefaultIndicator: 0,
    PM.PM_HeaderMargin: 8,
    PM.PM_MenuPanelWidth: 1,
    PM.PM_MenuHMargin: 0,
    PM.PM_MenuVMargin: 4,
    PM.PM_MenuBarPanelWidth: 0,
    PM.PM_MenuBarItemSpacing: 0,
    PM.PM_MenuBarHMargin: 8,
    PM.PM_MenuBarVMargin: 2,
    PM.PM_TabBarTabOverlap: 0,
    PM.PM_TabBarBaseOverlap: 0,
    PM.PM_TabBarTabShiftVertical: 0,
    PM.PM_TabBarTabShiftHorizontal: 0,
    PM.PM_SplitterWidth: 9,
    PM.PM_ToolTipLabelFrameWidth: 7,
    PM.PM_ToolBarFrameWidth: 0,
    PM.PM_ToolBarItemSpacing: 4,
    PM.PM_ToolBarHandleExtent: 8,
    PM.PM_ScrollView_ScrollBarSpacing: 0,
    PM.PM_ScrollView_ScrollBarOverlap: 0,
}
_HINTS = {
    SH.SH_ItemView_ShowDecorationSelected: 1,
    SH.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    SH.SH_ComboBox_Popup: 0,
    SH.SH_ComboBox_PopupFrameStyle: QFrame.Shape.StyledPanel.value | QFrame.Shadow.Plain.value,
    SH.SH_Menu_Scrollable: 1,
    SH.SH_ScrollView_FrameOnlyAroundContents: 0,
    SH.SH_EtchDisabledText: 0,
    SH.SH_DitherDisabledText: 0,
    SH.SH_ToolTipLabel_Opacity: 255,
    SH.SH_UnderlineShortcut: 0,
    SH.SH_TabBar_Alignment: 0,
    SH.SH_Widget_Animate: 0,
    SH.SH_ToolBar_Movable: 0,
}


class MeasuredStyle(QProxyStyle):
    """Fusion in the measures of the design. All lengths that hold text grow with `text_scale` (1.0 = 100 %)."""

    def __init__(self, text_scale: float = 1.0) -> None:
        super().__init__("Fusion")
        self._scale = text_scale

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        growing = _GROWING.get(metric)
        if growing is not None:
            return round(growing * self._scale)
        if metric == PM.PM_DefaultFrameWidth and isinstance(widget, (QTextEdit, QPlainTextEdit)):
            return 4  # the viewport stays clear of the rounded corners
        if metric == PM.PM_DefaultFrameWidth and is_combo_popup(widget):
            return 4
        if metric == PM.PM_FocusFrameHMargin and isinstance(widget, QAbstractItemView):
            return 7  # room for the bar of the chosen row
        fixed = _FIXED.get(metric)
        return super().pixelMetric(metric, option, widget) if fixed is None else fixed

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        value = _HINTS.get(hint)
        if value is not None:
            return value
        if returnData is None:
            return super().styleHint(hint, option, widget)
        return super().styleHint(hint, option, widget, returnData)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # None is allowed
        unit = self._scale
        line = option.fontMetrics.height()
        if kind == CT.CT_PushButton:
            small = widget is not None and bool(widget.property("small"))
            padding = round((20 if small else 24) * unit)
            found = QSize(size.width() + padding, max(size.height(), line) + round((10 if small else 14) * unit))
        elif kind in (CT.CT_LineEdit, CT.CT_SpinBox):
            found.setHeight(line + round(14 * unit))
        elif kind == CT.CT_ComboBox:
            found = QSize(size.width() + round(44 * unit), line + round(14 * unit))
        elif kind == CT.CT_ToolButton:
            found = QSize(size.width() + round(14 * unit), max(size.height(), line) + round(12 * unit))
        elif kind == CT.CT_MenuBarItem:
            found = QSize(size.width() + round(18 * unit), line + round(10 * unit))
        elif kind == CT.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            found = self._menu_item_size(option, size)
        elif kind == CT.CT_ItemViewItem:
            found.setHeight(max(found.height(), line + round(10 * unit)))
        elif kind == CT.CT_HeaderSection:
            found.setHeight(line + round(16 * unit))
        elif kind == CT.CT_ProgressBar:
            found.setHeight(max(4, found.height()))
        return found

    def _menu_item_size(self, option: QStyleOptionMenuItem, size: QSize) -> QSize:
        unit = self._scale
        if option.menuItemType == QStyleOptionMenuItem.MenuItemType.Separator:
            return QSize(size.width(), round(9 * unit))
        signs = 36 if option.menuHasCheckableItems or option.maxIconWidth > 0 else 14
        text, _, shortcut = option.text.partition("\t")
        metrics = option.fontMetrics
        # Qt adds the width of the widest shortcut of the menu itself
        width = metrics.horizontalAdvance(text.replace("&", "")) + round((signs + 14 + (36 if shortcut else 24)) * unit)
        return QSize(width, metrics.height() + round(12 * unit))

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        if element == QStyle.SubElement.SE_LineEditContents:
            inside = widget is not None and isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))
            padding = 0 if inside else round(8 * self._scale)
            return option.rect.adjusted(padding, 2, -padding, -2)
        if element == QStyle.SubElement.SE_ProgressBarGroove:
            return option.rect
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type]  # None is allowed

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        rect = opt.rect
        if cc == CC.CC_ScrollBar and isinstance(opt, QStyleOptionSlider):
            return self._scroll_bar_rect(opt, sc)
        if cc == CC.CC_ComboBox:
            arrow = round(26 * self._scale)
            if sc == SC.SC_ComboBoxEditField:
                inner = rect.adjusted(round(10 * self._scale), 2, -arrow, -2)
                return QStyle.visualRect(opt.direction, rect, inner)
            if sc == SC.SC_ComboBoxArrow:
                return QStyle.visualRect(
                    opt.direction, rect, QRect(rect.right() - arrow, rect.top(), arrow, rect.height())
                )
        if cc == CC.CC_SpinBox:
            return self._spin_box_rect(opt, sc)
        return super().subControlRect(cc, opt, sc, widget)  # type: ignore[arg-type]  # None is allowed

    def _scroll_bar_rect(self, option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
        upright = option.orientation == Qt.Orientation.Vertical
        rect = option.rect
        length = rect.height() if upright else rect.width()
        span = option.maximum - option.minimum
        handle = length
        if span > 0:
            handle = round(length * option.pageStep / (span + option.pageStep))
            handle = min(length, max(handle, round(28 * self._scale)))
        start = QStyle.sliderPositionFromValue(
            option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
        )
        if part == SC.SC_ScrollBarGroove:
            return rect
        pieces = {
            SC.SC_ScrollBarSubPage: (0, start),
            SC.SC_ScrollBarSlider: (start, handle),
            SC.SC_ScrollBarAddPage: (start + handle, length - start - handle),
        }
        if part not in pieces:
            return QRect()
        begin, size = pieces[part]
        if upright:
            return QRect(rect.x(), rect.y() + begin, rect.width(), size)
        return QStyle.visualRect(option.direction, rect, QRect(rect.x() + begin, rect.y(), size, rect.height()))

    def _spin_box_rect(self, option: QStyleOptionComplex, part: QStyle.SubControl) -> QRect:
        rect = option.rect
        buttons = round(24 * self._scale)
        if isinstance(option, QStyleOptionSpinBox) and option.buttonSymbols == QAbstractSpinBox.ButtonSymbols.NoButtons:
            buttons = 0
        half = rect.height() // 2
        places = {
            SC.SC_SpinBoxFrame: rect,
            SC.SC_SpinBoxEditField: rect.adjusted(round(10 * self._scale), 2, -buttons - 2, -2),
            SC.SC_SpinBoxUp: QRect(rect.right() - buttons, rect.top() + 1, buttons, half - 1),
            SC.SC_SpinBoxDown: QRect(rect.right() - buttons, rect.top() + half, buttons, half - 1),
        }
        return QStyle.visualRect(option.direction, rect, places.get(part, QRect()))


def is_combo_popup(widget: object) -> bool:
    """Whether a widget is the frame around the list that a combo box drops down; Qt has no public name for it."""
    return isinstance(widget, QFrame) and widget.metaObject().className() == "QComboBoxPrivateContainer"
