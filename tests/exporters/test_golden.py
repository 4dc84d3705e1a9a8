"""What the sample project gives in the formats for reading and for tables, byte for byte."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.exporters.base import FORMATS, ExportOptions
from tests.exporters.golden import SAMPLE_MOMENT, assert_golden, contents_of, sample_project
from tests.exporters.projects import exported

OPTIONS = ExportOptions("Libië en de migratieagenda", SAMPLE_MOMENT, names=True, context=1)


@pytest.mark.parametrize("name", ["markdown", "text", "csv", "json"])
def test_the_sample_project_as_text(name: str) -> None:
    assert_golden(f"sample{FORMATS[name].extension}", exported(sample_project(), name, OPTIONS))


def test_the_sample_project_by_label_in_english() -> None:
    options = replace(OPTIONS, grouping="label", language="en", style="kamerstijl", names=False, context=0)
    assert_golden("sample-by-label.md", exported(sample_project(), "markdown", options))


def test_the_sample_project_as_a_workbook() -> None:
    assert_golden("sample.xlsx.txt", contents_of(exported(sample_project(), "xlsx", OPTIONS)))
