"""The template of the HTML export and its style sheets: for browsers and print, and for a preview pane."""

from __future__ import annotations

from typing import Final

# macros: a citation with its italics; and what was found when the quotes were compared with their source texts
RUNS: Final = """\
{%- macro runs(parts) -%}
{%- for run in parts %}{% if run.italic %}<i>{{ run.text }}</i>{% else %}{{ run.text }}{% endif %}{% endfor -%}
{%- endmacro -%}
"""
CHECKS: Final = """\
{%- macro checks(verdict, papers) -%}
<section class="check" id="check">
<h2>{{ word("check") }}</h2>
<p class="verdict">{{ verdict }}</p>
<p>{{ word("check-how") }}</p>
<ul>
{% for paper in papers %}
<li>{{ runs(paper.citation) }}: {{ paper.outcome }}<br>
{{ word("check-hash") }}: <code>{{ paper.sha256 }}</code>
{%- if paper.inexact %}
<ul>
{% for quote in paper.inexact %}
<li>«{{ quote.quote }}» ({{ runs(quote.citation) }})<br>
{{ quote.reason }}</li>
{% endfor %}
</ul>
{%- endif %}</li>
{% endfor %}
</ul>
</section>
{%- endmacro -%}
"""

TEMPLATE: Final = (
    RUNS
    + """\
{%- macro context(sentences, key) -%}
{% if sentences %}<p class="context"><span class="name">{{ word(key) }}:</span> {{ sentences }}</p>
{% endif %}
{%- endmacro -%}
{%- macro passage(cell) -%}
{{ context(cell.before, "before") -}}
<blockquote{% if languages[cell.language] %} lang="{{ languages[cell.language] }}"{% endif %}>
{%- for paragraph in cell.paragraphs -%}
<p class="quote">
{%- for words, marker in paragraph %}{% if marker %}<sup>{{ words }}</sup>{% else %}{{ words }}{% endif %}{% endfor -%}
</p>
{%- endfor -%}
</blockquote>
<p class="citation"><cite>{{ runs(cell.citation) }}</cite>
{%- if cell.where %} <span class="where">({{ cell.where }})</span>{% endif %}</p>
{{ context(cell.after, "after") -}}
{% if cell.warning -%}
<p class="warning">{{ cell.warning }}</p>
{% endif -%}
{% if cell.labels -%}
<p class="labels"><span class="name">{{ word("labels" if cell.labels|length > 1 else "label") }}:</span>
{%- for label in cell.labels %} {{ gap }}<span class="label h{{ label.hue }} p{{ label.pattern }}">
{{- gap }}{{ label.name }}{{ gap }}</span>
{%- endfor %}</p>
{% endif -%}
{%- if cell.note -%}
<div class="note" role="note">
{%- for line in cell.note -%}
<p>{% if loop.first %}<span class="name">{{ word("note") }}:</span> {% endif %}{{ line }}</p>
{%- endfor -%}
</div>
{% endif -%}
{% if cell.author -%}
<p class="author">{{ cell.author }}</p>
{% endif -%}
{%- endmacro -%}
"""
    + CHECKS
    + """\
<!DOCTYPE html>
<html lang="{{ options.language }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Vindplaats">
<title>{{ options.title }}</title>
<style>
{{ style_sheet }}
</style>
</head>
<body>
<main>
<header>
<h1>{{ options.title }}</h1>
{% for fact in composition.facts %}
<p class="facts">{{ fact }}</p>
{% endfor %}
</header>
{% if not preview and composition.groups|length > 2 %}
<nav aria-labelledby="contents">
<h2 id="contents">{{ word("contents") }}</h2>
<ol>
{% for group in composition.groups %}
<li><a href="#g{{ loop.index }}">{{ group.heading }}</a> <span class="count">{{ group.count }}</span></li>
{% endfor %}
{% if composition.checks %}
<li><a href="#check">{{ word("check") }}</a></li>
{% endif %}
</ol>
</nav>
{% endif %}
{% if not composition.groups %}
<p>{{ word("none") }}</p>
{% endif %}
{% for group in composition.groups %}
<section id="g{{ loop.index }}">
{% if group.heading %}
<h2>{{ group.heading }}</h2>
{% endif %}
{% if group.description %}
<p class="about">{{ runs(group.description) }}</p>
{% endif %}
{% for item in group["items"] %}
{{- told() -}}
{% if item.rows is defined %}
<table class="pairs"{% if preview %} width="100%" cellpadding="9" cellspacing="0"{% endif %}>
<thead><tr><th scope="col"{% if preview %} width="50%" align="left"{% endif %}>{{ item.left_heading }}</th>
<th scope="col"{% if preview %} width="50%" align="left"{% endif %}>{{ item.right_heading }}</th></tr></thead>
<tbody>
{% for row, left_span, right_span in spanned(item.rows) %}
<tr>
{% for cell, span in ((row.left, left_span), (row.right, right_span)) %}
{% if cell %}
<td{% if span > 1 %} rowspan="{{ span }}"{% endif %}>{{ passage(cell) }}
{%- if row.note and (loop.last or not row.right) -%}
<p class="link-note"><span class="name">{{ word("note-to-link") }}:</span> {{ row.note }}</p>
{%- endif %}</td>
{% endif %}
{% endfor %}
</tr>
{% endfor %}
</tbody>
</table>
{% else %}
<article>
{{ passage(item.cell) }}</article>
{% endif %}
{% endfor %}
</section>
{% endfor %}
{% if composition.checks %}
{{ checks(composition.verdict, composition.checks) }}
{% endif %}
</main>
</body>
</html>
"""
)

PAGE_STYLE: Final = """\
:root {
  color-scheme: light dark; --page: #FFFFFF; --soft: #F3F2EE; --text: #1F1E1B; --text2: #55534D;
  --line: #DFDCD4; --rule: #86827A; --accent: #0B4B55; --warn: #8A5200;
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 400 1.0625rem/1.6 "Source Serif 4", "Source Serif Pro", Charter, Cambria, Georgia, serif;
}
main { max-width: 58rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; overflow-wrap: break-word; }
header { margin-bottom: 2rem; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 600; margin: 0 0 .5rem; text-wrap: balance; }
h2 {
  font-size: 1.25rem; line-height: 1.35; font-weight: 600; margin: 3rem 0 .25rem; break-after: avoid;
  text-wrap: balance;
}
p { margin: 0; }
.facts, .about, .citation, .labels, .note, .link-note, .context, .author, .warning, .check p, .check ul, nav {
  font-size: .875rem; line-height: 1.5; color: var(--text2);
}
.about { margin-bottom: 1rem; break-after: avoid; }
h2 + article, h2 + table { margin-top: 1rem; }
nav { border: solid var(--line); border-width: 1px 0; padding: .75rem 0; }
nav h2 { font-size: 1rem; margin: 0 0 .375rem; color: var(--text); }
nav ol { margin: 0; padding: 0; list-style: none; columns: 2 18rem; column-gap: 2.5rem; }
nav li { break-inside: avoid; padding: .125rem 0; }
nav a { unicode-bidi: isolate; }
nav .count { font-variant-numeric: tabular-nums; opacity: .8; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
article { max-width: 40rem; padding: 1rem 0; border-top: 1px solid var(--line); break-inside: avoid; }
.about + article, h2 + article { border-top: 0; padding-top: .25rem; }
table + article { border-top: 0; padding-top: 0; }
blockquote { margin: 0 0 .375rem; }
blockquote p + p { margin-top: .5rem; }
.quote, .context, .note p { unicode-bidi: plaintext; }
sup { font-size: .7em; line-height: 0; }
cite { font-style: normal; }
.where, .name { opacity: .9; }
.labels { margin-top: .25rem; }
.label {
  display: inline-block; color: var(--text); padding: 0 .375rem; border-radius: 3px; margin-right: .125rem;
  text-decoration-line: underline; text-decoration-thickness: 2px; text-underline-offset: 3px;
  text-decoration-skip-ink: none; -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.note { margin-top: .5rem; padding-left: .75rem; border-left: 2px solid var(--rule); }
.note p + p { margin-top: .25rem; }
.link-note, .author { margin-top: .5rem; }
.context { margin: .375rem 0; }
blockquote + .citation + .context { margin: .375rem 0 0; }
.warning { margin-top: .25rem; color: var(--warn); }
.warning::before { content: "! "; font-weight: 600; }
.check { margin-top: 3.5rem; border-top: 1px solid var(--line); }
.check h2 { margin-top: 1.5rem; }
.check .verdict { color: var(--text); font-size: 1rem; }
.check ul { margin: .75rem 0 0; padding-left: 1.25rem; }
.check li { margin-bottom: .5rem; break-inside: avoid; }
code { font: .8125em/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
table.pairs { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 1rem 0 1.5rem; }
table.pairs th, table.pairs td {
  width: 50%; border: 1px solid var(--rule); padding: .75rem .875rem; text-align: left; vertical-align: top;
}
table.pairs th {
  background: var(--soft); font-size: .875rem; font-weight: 600; padding-block: .5rem;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
table.pairs td > * { break-inside: avoid; }
table.pairs td > blockquote { break-inside: auto; }
.citation, .labels { break-before: avoid; }
@media (prefers-color-scheme: dark) {
:root {
  --page: #1F2023; --soft: #27282C; --text: #E6E4DE; --text2: #B4B2AB; --line: #34363B; --rule: #7F838B;
  --accent: #8AD5DE; --warn: #E8B063;
}
}
@media (max-width: 40rem) {
body { font-size: 1rem; }
main { padding: 1.5rem 1rem 3rem; }
table.pairs th, table.pairs td { padding: .5rem; }
table.pairs { font-size: .9375rem; hyphens: auto; -webkit-hyphens: auto; }
}
@page { margin: 2cm; }
@media print {
:root {
  color-scheme: light; --page: #FFFFFF; --soft: #F3F2EE; --text: #000000; --text2: #33312D; --line: #C9C6BE;
  --rule: #86827A; --accent: #000000; --warn: #000000;
}
body { font-size: 10.5pt; line-height: 1.45; }
main { max-width: none; padding: 0; }
article { max-width: none; }
a { text-decoration: none; }
thead { display: table-header-group; }
p { orphans: 3; widows: 3; }
}
"""

PREVIEW_STYLE: Final = """\
body { color: #1F1E1B; background-color: #FFFFFF; font-size: 14px; }
h1 { font-size: 20px; font-weight: 600; margin-top: 0px; margin-bottom: 6px; }
h2 { font-size: 16px; font-weight: 600; margin-top: 26px; margin-bottom: 4px; }
p { margin-top: 0px; margin-bottom: 4px; }
blockquote { margin-left: 0px; margin-right: 0px; margin-top: 12px; margin-bottom: 4px; }
td blockquote { margin-top: 0px; }
.facts, .about, .citation, .labels, .link-note, .context, .author, .check p, .check li {
  font-size: 12px; color: #55534D;
}
.warning { font-size: 12px; color: #8A5200; }
.about { margin-bottom: 6px; }
.note { margin-left: 12px; margin-top: 4px; }
.note p { font-size: 12px; color: #55534D; }
table.pairs { border-collapse: collapse; border: 1px solid #86827A; margin-top: 8px; margin-bottom: 14px; }
th { background-color: #ECEAE4; border: 1px solid #86827A; font-size: 12px; font-weight: 600; }
td { border: 1px solid #86827A; vertical-align: top; }
cite { font-style: normal; }
"""
