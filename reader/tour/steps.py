"""The steps of the tour: the main job, each step checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.sample import build_sample
from reader.tour.driver import HEIGHT, WIDTH
from reader.tour.export_steps import ExportSteps

if TYPE_CHECKING:
    from reader.ui.overview_dialog import OverviewDialog


def _is_filled(dialog: OverviewDialog) -> bool:
    return dialog.text is not None


class Tour(ExportSteps):
    """One run of the tour."""

    def run(self) -> None:
        self.shoot("welkom")
        path = self.folder / "tour.vindplaats"
        build_sample(path)
        self.require(self.window.project_files.open_path(path), "the sample project opens")
        self.open_two_papers()
        self.mark()
        self.link_and_follow()
        self.find_and_search()
        self.undo_and_redo()
        self.questions()
        self.linked_scrolling()
        self.excerpts()
        self.export_windows("nl")
        self.other_looks()
        self.export_windows("en")
        self.exports()
        self.import_papers()
        self.pages()
        self.versions()
        self.window.close()
        self.settle()

    # -- the job -------------------------------------------------------------------------------------------------------

    def open_two_papers(self) -> None:
        row = self.view.pane_row
        consultation, letter = self.paper("integrale migratieagenda"), self.paper("detentiecentra")
        for pane in list(row.panes)[1:]:
            row.close_pane(pane)
        self.view.open_document(consultation.uid)
        self.view.open_document(letter.uid, new_pane=True)
        self.require(len(row.panes) == 2, "two panes are open")
        self.act("pane.1")
        self.find_words("Het kabinet deelt de zorgen") or self.find_words("mensenhandel")
        self.shoot("twee-stukken-naast-elkaar")

    def mark(self) -> None:
        before = len(self.project.highlights())
        self.require(self.find_words("migratieovereenkomsten"), "the words are found")
        self.select_words(7)
        self.require(self.view.selection() is not None, "words are selected by keyboard")
        self.view.show_selection_bar()
        self.shoot("selectie-met-labels")
        self.key("2")
        self.wait(lambda: len(self.project.highlights()) == before + 1, "the digit makes a highlight with a label")
        self.first_uid = self.view.chosen()
        self.key("escape")
        self.key("escape")
        self.find_words("migratieovereenkomsten")
        self.select_words(3)
        self.key("1")
        self.wait(lambda: len(self.project.highlights()) == before + 2, "a second label overlaps the first")
        self.act("note")
        self.type_text("Waarom zonder plafond?")
        self.window.project_view.passage.save_note()
        self.wait(
            lambda: any(h.note == "Waarom zonder plafond?" for h in self.project.highlights()), "the note is saved"
        )
        self.act("pane.1")
        self.shoot("overlappende-labels-en-notitie")

    def link_and_follow(self) -> None:
        before = len(self.project.links())
        self.view.pane_row.activate(self.view.pane_row.panes[0])
        self.window.acts.cancel()
        self.find_words("wordt verwezen naar de brief van 25 april")
        self.select_words(9)
        self.key("l")
        self.require(self.view.marking.link_from is not None, "a link is begun")
        self.act("pane.2")
        self.find_words("vijf detentiecentra gesloten")
        self.select_words(3)
        self.shoot("koppelen")
        self.key("l")
        self.wait(lambda: len(self.project.links()) == before + 1, "the link is made")
        self.require(self.view.pane_row.active is self.view.pane_row.panes[1], "the second pane is active")
        self.key("return")
        self.wait(lambda: self.view.pane_row.active is self.view.pane_row.panes[0], "Enter follows the link")
        self.shoot("koppeling-gevolgd")
        self.act("back")
        self.wait(lambda: self.view.pane_row.active is self.view.pane_row.panes[1], "Back returns")
        self.act("pane.1")

    def find_and_search(self) -> None:
        pane = self.view.pane
        assert pane is not None
        self.act("find")
        pane.find_bar.field.setText("detentie")
        pane.find_bar.next()
        self.require(len(pane.find_bar.hits) > 3, "find marks all hits")
        self.shoot("zoeken-in-het-stuk")
        pane.find_bar.close_bar()
        self.act("search")
        self.window.tool_bar.search.setText("kustwacht")
        self.window.search_popup.run()
        self.require(self.window.search_popup.list.count() > 3, "the search over all papers has hits")
        self.shoot("zoeken-in-alle-stukken")
        self.window.search_popup.hide()
        self.window.tool_bar.search.clear()

    def undo_and_redo(self) -> None:
        links = len(self.project.links())
        self.act("undo")
        self.wait(lambda: len(self.project.links()) == links - 1, "undo takes the link back")
        self.act("redo")
        self.wait(lambda: len(self.project.links()) == links, "redo makes it again")

    def questions(self) -> None:
        from reader.ui.overview_dialog import OverviewDialog

        desk = self.view.desk
        self.view.open_document(self.paper("integrale migratieagenda").uid)
        self.act("mode.questions")
        desk.show_paper(self.paper("integrale migratieagenda").uid)
        self.wait(lambda: desk.board.paper is not None and desk.board.paper.stage == "board", "answers are proposed")
        rows = desk.board.paper.board.rows
        self.require(len(desk.board.paper.board.groups) == 25, "25 blocks of questions are found")
        links = len(self.project.links())
        self.act("question.next")
        self.shoot("vragenoverzicht")
        self.board_key("return")
        self.wait(lambda: len(self.project.links()) == links + 1, "an answer is accepted")
        self.board_key("d")
        self.act("question.next")
        self.board_key("x")
        self.wait(lambda: len(self.project.rejections()) == 1, "an answer is rejected")
        self.act("question.next")
        self.board_key("o")
        self.wait(lambda: any(one.is_open for one in self.project.decisions()), "a question is left open")
        without = next(group for group in desk.board.paper.board.groups if group.has_no_answers)
        desk.board.show_question(without.rows[0].question.id)
        self.settle()
        self.shoot("vraagblok-zonder-antwoord")
        several = next(one for one in rows.values() if one.state == "several")
        desk.board.show_question(several.question.id)
        self.act("question.beside")
        self.settle()
        self.shoot("vraag-en-antwoord-naast-elkaar")
        self.act("question.beside")
        for theme, language, name in (
            ("dark", "nl", "vragen-donker"),
            ("light", "en", "questions"),
            ("dark", "en", "questions-dark"),
        ):
            self.choose("theme", theme)
            self.choose("language", language)
            self.wait(self.board_is_ready, "the board is there in the other language")
            self.shoot(name)
        self.choose("theme", "light")
        for language, name in (("en", "answer-overview"), ("nl", "antwoordenoverzicht")):
            self.choose("language", language)
            self.wait(self.board_is_ready, "the board is there")
            dialog = OverviewDialog(self.window, self.view.desk.board.paper)
            dialog.open()
            self.wait(partial(_is_filled, dialog), "the overview is shown")
            self.shoot(name, dialog)
            if language == "nl":
                dialog.write(self.folder / "vragenoverzicht.docx")
                self.wait((self.folder / "vragenoverzicht.docx").is_file, "the overview is written")
            else:
                dialog.reject()
        self.act("mode.read")

    def board_is_ready(self) -> bool:
        paper = self.view.desk.board.paper
        return paper is not None and paper.stage == "board"

    def board_key(self, name: str) -> None:
        """Press a key on the questions board."""
        self.press(self.view.desk.board.view, name)

    def linked_scrolling(self) -> None:
        paper = self.paper("integrale migratieagenda")
        row = self.view.pane_row
        for pane in row.panes:
            row.activate(pane)
            self.view.open_document(paper.uid)
        self.act("pane.1")
        self.wait(lambda: bool(row.panes[0].view.units), "the questions have their badges")
        self.act("scroll.linked")
        self.find_words("Deze leden vragen")
        for _ in range(3):
            self.act("question.next")
        self.shoot("samen-schuiven")
        self.act("scroll.linked")

    def excerpts(self) -> None:
        self.act("mode.excerpts")
        self.require(self.view.excerpts.total() >= 25, "the excerpts are listed")
        self.shoot("fragmenten")
        self.act("mode.read")

    def other_looks(self) -> None:
        documents = self.project.documents()
        for theme, name in (("dark", "donker"), ("sepia", "sepia")):
            self.choose("theme", theme)
            self.shoot(name)
        self.choose("theme", "light")
        self.choose("language", "en")
        self.shoot("english")
        self.choose("theme", "dark")
        self.shoot("english-dark")
        self.choose("theme", "light")
        self.window.acts.show_panes(3)
        self.act("pane.3")
        self.view.open_document(documents[2].uid)
        self.window.resize(1920, 1080)
        self.shoot("three-panes")
        self.window.resize(1280, 720)
        self.window.acts.show_panes(2)
        self.shoot("small-window")
        self.window.resize(WIDTH, HEIGHT)
        self.choose("language", "nl")
