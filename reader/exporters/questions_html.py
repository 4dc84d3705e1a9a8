"""An answer overview as one HTML file without script or anything from elsewhere; and a small form for previews."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.exporters.html_template import PAGE_STYLE
from reader.exporters.questions_composition import OverviewText
from reader.exporters.questions_words import say
from reader.exporters.words import word

if TYPE_CHECKING:
    from jinja2 import Template

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_FAMILY = re.compile(r"[\w -]+")
_PLAIN_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def render(text: OverviewText) -> bytes:
    """The overview as an HTML page in UTF-8."""
    return _render(text, PAGE_STYLE + _STYLE, preview=False).encode("utf-8", "replace")


def render_preview(text: OverviewText, colours: Mapping[str, str], meta_font: str = "sans-serif") -> str:
    """The same contents in the small HTML that Qt's rich text knows.

    `colours`: "page", "text", "text2", "line", "window", "warn" and "warnsoft", as "#RRGGBB". `meta_font` is the family
    of all that is no quote. Raises ValueError for what is no colour or no name of a font.
    """
    if not all(_PLAIN_COLOUR.fullmatch(colour) for colour in colours.values()) or not _FAMILY.fullmatch(meta_font):
        raise ValueError("not a colour or not a font")
    looks = {**colours, "meta": f"'{meta_font}'"}
    style = re.sub(r"\$(\w+)", lambda match: looks[match[1]], _PREVIEW_STYLE)
    return _render(text, style, preview=True)


def _render(text: OverviewText, style: str, *, preview: bool) -> str:
    from markupsafe import Markup

    language = text.options.language

    def tag(of: str) -> str:
        """The language to mark a quote with: nothing when it is that of the page."""
        return of if of != language and _LANGUAGE_TAG.fullmatch(of) else ""

    html = _template().render(
        text=text,
        language=language,
        noted=text.options.notes,
        preview=preview,
        style_sheet=Markup(style),
        say=lambda key: say(key, language),
        contents=word("contents", language),
        tag=tag,
    )
    return _CONTROLS.sub("", html)


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    return environment.from_string(_TEMPLATE)


_TEMPLATE: Final = """\
{%- macro runs(parts) -%}
{%- for run in parts %}{% if run.italic %}<i>{{ run.text }}</i>{% else %}{{ run.text }}{% endif %}{% endfor -%}
{%- endmacro -%}
{%- macro passage(cell) -%}
{% if cell.paragraphs -%}
<blockquote{% if tag(cell.language) %} lang="{{ tag(cell.language) }}"{% endif %}>
{%- for paragraph in cell.paragraphs -%}
<p class="quote">
{%- for words, marker in paragraph %}{% if marker %}<sup>{{ words }}</sup>{% else %}{{ words }}{% endif %}{% endfor -%}
</p>
{%- endfor -%}
</blockquote>
{%- endif -%}
<p class="citation"><cite>{{ runs(cell.citation) }}</cite></p>
{%- endmacro -%}
{%- macro judged(line) -%}
{% if line.verdict %}<p class="verdict">{{ line.verdict[:1]|upper }}{{ line.verdict[1:] }}</p>{% endif -%}
{% for words in line.note %}<p class="remark">{{ words }}</p>{% endfor -%}
{%- endmacro -%}
{%- macro head(key, width) -%}
<th scope="col"{% if preview %} width="{{ width }}%" align="left"{% endif %}>{{ say(key) }}</th>
{%- endmacro -%}
<!DOCTYPE html>
<html lang="{{ language }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Vindplaats">
<title>{{ text.full_title }}</title>
<style>
{{ style_sheet }}
</style>
</head>
<body>
<main>
<header>
<h1>{{ text.title }}</h1>
<p class="facts">{% if text.paper %}{{ text.paper }} · {% endif %}{{ text.date }}</p>
{% if preview %}
{% for name, parts in text.facts %}
<p class="fact"><span class="name">{{ name }}:</span> {{ runs(parts) }}</p>
{% endfor %}
{% else %}
<dl>
{% for name, parts in text.facts %}
<div><dt>{{ name }}</dt><dd>{{ runs(parts) }}</dd></div>
{% endfor %}
</dl>
{% endif %}
{% if preview and not text.is_checked %}
<table class="notice" width="100%" cellpadding="8" cellspacing="0">
<tr><td class="notice">{{ text.notice }}</td></tr></table>
{% else %}
<p class="notice{% if text.is_checked %} done{% endif %}"><strong>{{ text.notice }}</strong></p>
{% endif %}
{% if text.counts %}
<ul class="counts">
{% for line in text.counts %}
<li>{{ line }}</li>
{% endfor %}
</ul>
{% endif %}
</header>
{% if not preview and text.chapters|length > 2 %}
<nav aria-label="{{ contents }}">
<ol>
{% for chapter in text.chapters %}
<li><a href="#c{{ loop.index }}">{{ chapter.heading }}</a></li>
{% endfor %}
</ol>
</nav>
{% endif %}
{% if not text.chapters and text.empty %}
<p>{{ text.empty }}</p>
{% endif %}
{% for chapter in text.chapters %}
<section id="c{{ loop.index }}">
<h2>{{ chapter.heading }}</h2>
{% if chapter.about %}
<p class="about">{{ chapter.about }}</p>
{% endif %}
{% for group in chapter.groups %}
{% if group.heading %}
<h3>{{ group.heading }}</h3>
{% endif %}
<p class="about">{{ group.about }}</p>
{% if group.lines %}
<table class="lines{% if not group.has_answers %} two{% endif %}"{% if preview %} width="100%" cellpadding="8" \
cellspacing="0"{% endif %}>
{% if not preview %}
<caption>{{ chapter.heading }}{% if group.heading %} · {{ group.heading }}{% endif %}</caption>
{% endif %}
<thead><tr>
{% if group.has_answers %}
{{ head("question", 34) }}
{{ head("answer", 44) }}
{{ head("verdict-and-note" if noted else "verdict", 22) }}
{% else %}
{{ head("question", 66) }}
{{ head("state-verdict-note" if noted else "state-verdict", 34) }}
{% endif %}
</tr></thead>
<tbody>
{% for line in group.lines %}
<tr>
<td><p class="label">{{ line.label }}</p>{{ passage(line.question) }}</td>
<td>
{%- for answer in line.answers -%}
<div class="answer">{% if answer.lead %}<p class="state">{{ answer.lead }}</p>{% endif -%}
{{ passage(answer.cell) }}</div>
{%- else -%}
<p class="state">{{ line.state }}</p>
{%- endfor -%}
{% if not group.has_answers %}{{ judged(line) }}{% endif -%}
</td>
{% if group.has_answers %}
<td>{{ judged(line) }}</td>
{% endif %}
</tr>
{% endfor %}
</tbody>
</table>
{% endif %}
{% endfor %}
</section>
{% endfor %}
</main>
</body>
</html>
"""

_STYLE: Final = """\
:root { --warn: #8A5200; --warnsoft: #FBEFD9; --ok: #2B6B2F; --oksoft: #E4F1E2; }
main { max-width: 76rem; }
h3 { font-size: 1.0625rem; line-height: 1.4; font-weight: 600; margin: 2rem 0 0; break-after: avoid; }
header p.facts { font-size: 1rem; }
dl { margin: 1rem 0; }
dl div { display: grid; grid-template-columns: 10rem 1fr; gap: 0 1rem; padding: .125rem 0; }
dt { color: var(--text2); }
dd { margin: 0; }
.notice {
  margin: 1.25rem 0 .75rem; padding: .625rem .875rem; border-left: 4px solid var(--warn); background: var(--warnsoft);
  font-size: 1.125rem; -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.notice.done { border-color: var(--ok); background: var(--oksoft); }
.notice strong { font-weight: 600; }
.counts { margin: 0; padding-left: 1.25rem; }
h2 + .about { margin-bottom: 0; }
h2 + .about + table, h2 + h3 { margin-top: 1rem; }
.about { margin-bottom: .5rem; }
table.lines { width: 100%; table-layout: fixed; border-collapse: collapse; margin: .25rem 0 1.5rem; font-size: 1rem; }
table.lines caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
table.lines th, table.lines td {
  border: 1px solid var(--rule); padding: .625rem .75rem; text-align: left; vertical-align: top; line-height: 1.5;
}
table.lines th {
  background: var(--soft); font-size: .875rem; font-weight: 600; padding-block: .5rem;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
table.lines th:first-child { width: 36%; }
table.lines th:last-child { width: 18%; }
table.lines.two th:first-child { width: 68%; }
table.lines.two th:last-child { width: 32%; }
table.lines tr { break-inside: avoid; }
.label { font-size: .875rem; font-weight: 600; color: var(--text2); margin-bottom: .125rem; }
.state { color: var(--text2); }
.verdict { font-weight: 600; }
.state + .verdict { margin-top: .5rem; }
.remark { font-size: .9375rem; margin-top: .25rem; }
.answer + .answer { margin-top: 1rem; }
@media screen and (prefers-color-scheme: dark) {
:root { --warn: #E8B063; --warnsoft: #3A2D16; --ok: #83C785; --oksoft: #203722; }
}
@media (max-width: 40rem) {
table.lines thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
table.lines, table.lines tbody, table.lines tr, table.lines td { display: block; width: auto; }
table.lines tr { border: 1px solid var(--rule); margin-bottom: .75rem; }
table.lines td { border: 0; padding: .5rem .75rem; }
table.lines td:empty { display: none; }
}
@page { size: A4 landscape; margin: 1.6cm; }
@media print {
main { max-width: none; }
table.lines { font-size: 9.5pt; }
nav { display: none; }
}
"""

# Qt makes headings of level 1, 2 and 3 larger than the size that is asked for: 2, 1.5 and 1.2 times
_PREVIEW_STYLE: Final = """\
body { color: $text; background-color: $page; font-size: 14px; }
h1 { font-size: 11px; font-weight: 600; margin-top: 0px; margin-bottom: 4px; }
h2 { font-size: 12px; font-weight: 600; margin-top: 28px; margin-bottom: 2px; }
h3 { font-size: 12px; font-weight: 600; margin-top: 16px; margin-bottom: 2px; }
p { margin-top: 0px; margin-bottom: 3px; }
ul { margin-top: 6px; margin-bottom: 4px; margin-left: 0px; -qt-list-indent: 0; list-style-type: none; }
li { margin-bottom: 3px; }
h1, h2, h3, th, li, .notice { font-family: $meta; }
li { font-size: 13px; }
blockquote { margin-left: 0px; margin-right: 0px; margin-top: 0px; margin-bottom: 3px; }
.facts, .about, .citation, .label, .state { font-size: 12px; color: $text2; }
.facts, .fact, .about, .label, .state, .verdict, .remark { font-family: $meta; }
.facts { margin-bottom: 8px; }
.fact { font-size: 13px; }
.name { color: $text2; }
.label { font-weight: 600; }
.verdict { font-weight: 600; font-size: 13px; }
.remark { font-size: 12px; }
.notice { font-weight: 600; }
table.notice { margin-top: 10px; border: 1px solid $warn; border-collapse: collapse; }
td.notice { background-color: $warnsoft; }
table.lines { border-collapse: collapse; border: 1px solid $line; margin-top: 4px; margin-bottom: 10px; }
table.lines th { background-color: $window; border: 1px solid $line; font-size: 12px; font-weight: 600; }
table.lines td { border: 1px solid $line; vertical-align: top; }
cite { font-style: normal; }
"""
