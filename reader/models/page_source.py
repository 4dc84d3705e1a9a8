"""The pages of a PDF for a view: pictures of what is wanted, where characters stand, within bounds of memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from reader.domain.errors import PagesDiffer, PagesUnreadable, ReaderError
from reader.models.page_process import PageProcess
from reader.text.page_map import PageLink, PageMap, page_links_of, page_map_of
from reader.text.page_text import PageText
from reader.text.reading import ReadingText

MOST_BYTES = 48_000_000  # of pictures, unless what is seen at once needs more
MOST_MAPS = 200  # pages
MOST_PIXELS = 2_000_000  # in one picture; a page that is drawn larger comes in bands
USUAL = (595.0, 842.0)  # points, as long as the size of a page is not known
_MOST_BREAKS = 8  # of the process, before the file is given up


class Band(NamedTuple):
    """Rows of a page that is `width` x `height` pixels of the screen: the whole page, or one of its bands."""

    page: int
    width: int
    height: int
    number: int

    @property
    def step(self) -> int:
        """The rows of each band but the last."""
        return max(64, min(self.height, MOST_PIXELS // max(1, self.width)))

    @property
    def top(self) -> int:
        return self.number * self.step

    @property
    def rows(self) -> int:
        return min(self.step, self.height - self.top)

    @property
    def bytes(self) -> int:
        """What its picture takes in memory."""
        return 4 * self.width * self.rows


def bands_of(page: int, width: int, height: int, first: int, last: int) -> list[Band]:
    """The bands with the rows from `first` to before `last` of a page drawn at width x height pixels."""
    step = Band(page, width, height, 0).step
    low, high = max(0, first) // step, (min(height, last) + step - 1) // step
    return [Band(page, width, height, number) for number in range(low, high)]


class PageSource(QObject):
    """Everything there is to see of a PDF. Pages count from 0; lengths are points unless they say otherwise.

    A process draws and measures; it starts when something is wanted and ends with `rest`. Signals come on the thread
    that made the source.
    """

    opened = Signal()  # the sizes of the pages are known
    drawn = Signal(int)  # a picture of this page came in
    mapped = Signal(int)  # where the characters of this page stand is known
    failed = Signal(object)  # ReaderError: the pages cannot be shown; the text can
    locked = Signal(bool)  # a password is needed (`unlock`); whether one was given that is wrong

    def __init__(
        self,
        data: bytes,
        text: PageText,
        name: str = "",
        *,
        password: str = "",
        command: tuple[str, ...] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`data` is the file from which the text was made; `name` is for messages.

        Build `text` by `page_text` of reader.text.page_text, for a long paper in the background.
        """
        super().__init__(parent)
        self.text = text
        self.error: ReaderError | None = None
        self._name = name
        self._sizes: list[tuple[float, float]] = []
        self._maps: OrderedDict[int, PageMap] = OrderedDict()
        self._links: dict[int, tuple[PageLink, ...]] = {}  # of the pages with a map
        self._pictures: OrderedDict[Band, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: tuple[Band | int, ...] = ()
        self._broken: set[Band | int] = set()
        self._asked: Band | int | None = None
        self._is_open = False  # the process has the file
        self._breaks = 0
        self._password = password
        self.is_locked = False  # nothing is drawn before the right password is given
        self._process = PageProcess(data, password, command, self)
        self._process.answered.connect(self._on_answer)
        self._process.broke.connect(self._on_break)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.rest)

    # what there is

    @property
    def reading(self) -> ReadingText:
        """The text of the pages, line by line."""
        return self.text.reading

    @property
    def page_count(self) -> int:
        return self.text.page_count

    @property
    def picture_bytes(self) -> int:
        """What the pictures take in memory."""
        return self._bytes

    @property
    def is_resting(self) -> bool:
        """Whether there is no process now."""
        return not self._process.is_running

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page; those of A4 as long as they are not known."""
        return self._sizes[page] if page < len(self._sizes) else USUAL

    def map(self, page: int) -> PageMap | None:
        """Where the lines of a page stand; None as long as that is not known."""
        found = self._maps.get(page)
        if found is not None:
            self._maps.move_to_end(page)
        return found

    def links(self, page: int) -> tuple[PageLink, ...]:
        """What leads elsewhere on a page; none as long as the page is not measured."""
        return self._links.get(page, ())

    def picture(self, band: Band) -> QImage | None:
        """The picture of a band; None when it is not there."""
        found = self._pictures.get(band)
        if found is not None:
            self._pictures.move_to_end(band)
        return found

    def stand_in(self, page: int) -> QImage | None:
        """A picture of the whole page in another size, for as long as the right one is not there."""
        for band in reversed(self._pictures):
            if band.page == page and band.rows == band.height:
                return self._pictures[band]
        return None

    # what is wanted

    def want(self, what: Sequence[Band | int]) -> None:
        """Get these pictures and maps (by page), the first ones first; what was wanted before no longer is."""
        if self.error is not None:
            return
        self._wanted = tuple(what)
        if self.is_locked:
            return
        if any(self._is_missing(one) for one in what) and not self._process.is_running:
            self._is_open, self._asked = False, None
            self._process.start()
        self._ask_next()

    def unlock(self, password: str) -> None:
        """Try a password on the file: `opened` says that it is right, `locked` that it is not."""
        self._password = password
        self._process.set_password(password)
        self.is_locked = False
        self._is_open, self._asked = False, None
        self._process.start()

    def rest(self) -> None:
        """End the process; it starts again when something is wanted."""
        self._wanted = ()
        self._asked, self._is_open = None, False
        self._process.stop()

    def _is_missing(self, one: Band | int) -> bool:
        return one not in self._broken and one not in (self._pictures if isinstance(one, Band) else self._maps)

    def _ask_next(self) -> None:
        if not self._is_open or self._asked is not None:
            return
        self._asked = next((one for one in self._wanted if self._is_missing(one)), None)
        if isinstance(self._asked, Band):
            band = self._asked
            size = {"width": band.width, "height": band.height, "top": band.top, "rows": band.rows}
            self._process.ask({"page": band.page, **size})
        elif self._asked is not None:
            self._process.ask({"page": self._asked, "map": True})

    # what comes

    def _on_answer(self, form: dict[str, Any], picture: bytes) -> None:
        if not self._is_open:
            self._open(form)
            return
        asked, self._asked = self._asked, None
        try:
            if isinstance(asked, Band):
                self._keep_picture(asked, picture)
            elif asked is not None:
                self._keep_map(asked, form)
        finally:
            self._ask_next()

    def _open(self, form: dict[str, Any]) -> None:
        try:
            sizes = [(float(width), float(height)) for width, height in form.get("sizes", ())]
        except (TypeError, ValueError):
            sizes = []
        if not sizes:
            if form.get("error") == "password":
                self._lock()
            else:
                self._fail(PagesUnreadable(name=self._name))
        elif len(sizes) != self.page_count:
            self._fail(PagesDiffer(name=self._name))
        else:
            self._is_open = True
            if sizes != self._sizes:
                self._sizes = sizes
                self.opened.emit()
            self._ask_next()

    def _lock(self) -> None:
        self.is_locked = True
        self._asked = None
        self._process.stop()
        self.locked.emit(bool(self._password))

    def _keep_picture(self, band: Band, data: bytes) -> None:
        if len(data) != band.bytes:
            self._broken.add(band)
            return
        image = QImage(data, band.width, band.rows, 4 * band.width, QImage.Format.Format_RGB32).copy()
        self._pictures[band] = image
        self._bytes += band.bytes
        for one in [one for one in self._pictures if one not in self._wanted]:  # those used last come last
            if self._bytes <= MOST_BYTES:
                break
            del self._pictures[one]
            self._bytes -= one.bytes
        self.drawn.emit(band.page)

    def _keep_map(self, page: int, form: dict[str, Any]) -> None:
        try:
            found = page_map_of(form["lines"])
            links = page_links_of(form.get("links", ()), self.page_count)
        except (ValueError, KeyError):
            self._broken.add(page)
            return
        if found.texts != self.text.texts_of(page):
            self._fail(PagesDiffer(name=self._name))
            return
        self._maps[page], self._links[page] = found, links
        if len(self._maps) > MOST_MAPS:
            gone, _ = self._maps.popitem(last=False)
            del self._links[gone]
        self.mapped.emit(page)

    def _on_break(self) -> None:
        """The process ended by itself: what it was doing is not asked again."""
        self._breaks += 1
        if self._breaks > _MOST_BREAKS or not self._is_open:
            self._fail(PagesUnreadable(name=self._name))
            return
        if self._asked is not None:
            self._broken.add(self._asked)
        self._asked, self._is_open = None, False
        self.want(self._wanted)

    def _fail(self, error: ReaderError) -> None:
        self.error = error
        self.rest()
        self.failed.emit(error)
