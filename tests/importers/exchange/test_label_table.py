"""Labels from a table: any separator and encoding, names or paths, with definition, colour and key."""

from __future__ import annotations

import pytest

from reader.domain.errors import FileDamaged, NotExchange
from reader.importers.exchange.base import is_exchange, read_exchange_data
from reader.importers.exchange.colours import hue_of
from reader.importers.exchange.exchanged import Exchanged

Row = tuple[str, str, int, int | None, str]


def rows(exchanged: Exchanged) -> list[Row]:
    """Path, definition, hue and key of each label."""
    known = {tag.uid: tag for tag in exchanged.collection.tags}

    def path(uid: str | None) -> str:
        return f"{path(known[uid].parent_uid)}/{known[uid].name}" if uid else ""

    return [(path(tag.uid), tag.description, tag.hue, tag.digit, "") for tag in exchanged.collection.tags]


TABLE = "naam;omschrijving;kleur;toets\nOpvang;Onderdak van mensen;rood;1\nOpvang › één kind;;#0B5C94;2\nGeld;;;\n"
WANTED = [("/Opvang", "Onderdak van mensen", 6, 1, ""), ("/Opvang/één kind", "", 3, 2, ""), ("/Geld", "", 1, None, "")]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_separator_and_encoding_gives_the_same_labels(separator: str, encoding: str) -> None:
    table = TABLE.replace(";", separator)
    if encoding == "cp1252":
        table = table.replace("›", ">")
    data = table.encode(encoding)
    assert rows(read_exchange_data(data, "labels.csv")) == WANTED
    assert is_exchange(data)


def test_a_path_may_end_in_the_name_or_be_that_of_the_parent() -> None:
    for table in ("path,description\nA/B,x\n", "name,path,description\nB,A/B,x\n", "name,path,description\nB,A,x\n"):
        assert [row[:2] for row in rows(read_exchange_data(table.encode(), "l.csv"))] == [("/A", ""), ("/A/B", "x")]


def test_a_parent_keeps_what_its_own_line_further_down_says() -> None:
    table = "path;description;digit\nA > B;onder;\nA;boven;3\n"
    assert [row[:4] for row in rows(read_exchange_data(table.encode(), "l.csv"))] == [
        ("/A", "boven", 1, 3), ("/A/B", "onder", 2, None),
    ]  # fmt: skip


def test_doubles_keys_given_twice_and_odd_colours_are_told_or_passed_over() -> None:
    read = read_exchange_data(b"label,key,colour\na,1,mauve\na,2,\nb,1,\nc,12,\n,5,\n", "l.csv")
    assert [(row[0], row[3]) for row in rows(read)] == [("/a", 1), ("/b", None), ("/c", None)]
    assert sorted((item.name, item.outcome) for item in read.items) == [
        ("a", "left out"), ("a", "repaired"), ("b", "repaired"), ("c", "read"),
    ]  # fmt: skip
    assert "Its colour is not known; it has another one." in {item.detail for item in read.items}


def test_a_cell_that_was_kept_from_being_a_formula_loses_its_mark() -> None:
    read = read_exchange_data(b"name,description\n'=SUM(A1),'-x\n'gewoon',y\n", "l.csv")
    assert [row[:2] for row in rows(read)] == [("/=SUM(A1)", "-x"), ("/'gewoon'", "y")]


def test_definitions_over_several_lines_are_kept() -> None:
    read = read_exchange_data(b'name;definitie\na;"een\ntwee; drie"\n', "l.csv")
    assert rows(read)[0][:2] == ("/a", "een\ntwee; drie")


def test_very_many_labels_are_cut_off_and_told() -> None:
    table = "name;kleur\n" + "".join(f"label {number};\n" for number in range(5003))
    read = read_exchange_data(table.encode(), "l.csv")
    assert len(read.collection.tags) == 5000
    assert "The labels after the first 5,000 were not read." in {item.detail for item in read.items}


def test_a_table_of_other_things_is_refused() -> None:
    for data in (b"datum;bedrag\n1;2\n", b"a\n", b'"\n'):
        with pytest.raises(NotExchange):
            read_exchange_data(data, "t.csv")
        assert not is_exchange(data)


def test_the_label_above_may_be_told_by_its_name() -> None:
    table = "label;ouder;kleur\nb;a;blauw\na;;rood\nc;b;\nd;niet in de tabel;\n"
    assert [row[0] for row in rows(read_exchange_data(table.encode(), "l.csv"))] == [
        "/a", "/a/b", "/a/b/c", "/niet in de tabel", "/niet in de tabel/d",
    ]  # fmt: skip


def test_labels_that_stand_under_each_other_or_very_deep_do_not_run_on() -> None:
    circle = read_exchange_data(b"label,parent\na,b\nb,a\nc,c\n", "l.csv")
    assert {tag.name for tag in circle.collection.tags} == {"a", "b", "c"}
    chain = "label;ouder\n" + "".join(f"l{number};l{number - 1}\n" for number in range(1, 5000))
    read = read_exchange_data(chain.encode(), "l.csv")
    assert len(read.collection.tags) < 200
    assert "It stood under more than 100 other labels." in {item.detail for item in read.items}


def test_a_first_line_of_excel_that_names_the_separator_is_passed_over() -> None:
    data = b"sep=;\r\nnaam;kleur\r\na;rood\r\n"
    assert is_exchange(data)
    assert [row[0] for row in rows(read_exchange_data(data, "l.csv"))] == ["/a"]


def test_a_quotation_that_never_ends_does_not_swallow_the_rest() -> None:
    with pytest.raises(FileDamaged):
        read_exchange_data(b'naam;kleur\n"a;rood\nb;groen\n', "l.csv")


@pytest.mark.parametrize(
    ("colour", "hue"),
    [("rgb(255, 0, 0)", 6), ("#FF000080", 6), ("lichtblauw", 3), ("Donker groen", 5), ("0x00FF00", 5), ("mauve", None)],
)
def test_a_colour_in_many_forms(colour: str, hue: int | None) -> None:
    assert hue_of(colour) == hue
