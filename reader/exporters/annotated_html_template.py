"""The template of an annotated paper and its style sheet: notes in the margin on a screen, behind the text in print."""

from __future__ import annotations

from typing import Final

from reader.exporters.html_template import CHECKS, RUNS

_MACROS: Final = """\
{%- macro labels_of(note) -%}
{%- for label in note.labels %} <span class="label t{{ label.hue }} line h{{ label.hue }} p{{ label.pattern }}">
{{- label.name }}</span>{% endfor -%}
{%- endmacro -%}
{%- macro told_of(note, apart) -%}
{% if note.warning %}
<p class="warning">{{ note.warning }}</p>
{% endif %}
{% for line in note.note %}
<p class="words">{{ line }}</p>
{% endfor %}
{% if note.links %}
<ul class="links">
{% for link in note.links %}
<li><span class="how">{{ link.how }}
{%- if link.number %} <a href="#m{{ link.number }}">{{ link.number }}</a>{% endif %}</span>
{% if link.rest and not apart %}
<details><summary>«{{ link.quote }} <span class="more">…</span></summary>{{ link.rest }}»</details>
{% else %}
<q>{{ link.quote }}{{ link.rest }}</q>
{% endif %}
<cite>{{ runs(link.citation) }}</cite>
{% if link.note %}
<p class="link-note">{{ word("note-to-link") }}: {{ link.note }}</p>
{% endif %}
</li>
{% endfor %}
</ul>
{% endif %}
{% if note.author %}
<p class="author">{{ note.author }}</p>
{% endif %}
{%- endmacro -%}
{%- macro beside(note) -%}
<aside class="note" id="n{{ note.number }}" aria-label="{{ word('marking-number').format(number=note.number) }}">
<p class="head"><a class="number" href="#m{{ note.number }}">{{ note.number }}</a>{{ labels_of(note) }}</p>
{{ told_of(note, false) }}</aside>
{%- endmacro -%}
{%- macro apart(note, name) -%}
<li{% if name %} id="n{{ note.number }}"{% endif %} value="{{ note.number }}">
<p><q>{{ note.beginning }}</q> <cite>{{ runs(note.citation) }}</cite></p>
{% if note.labels %}
<p class="head">{{ labels_of(note) }}</p>
{% endif %}
{{ told_of(note, true) }}</li>
{%- endmacro -%}
"""

TEMPLATE: Final = (
    RUNS
    + CHECKS
    + _MACROS
    + """\
<!DOCTYPE html>
<html lang="{{ options.language }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Vindplaats">
<title>{{ document.title }}</title>
<style>
{{ style_sheet }}
</style>
</head>
<body>
<main>
<header>
<h1>{{ document.title }}</h1>
{% for line in facts %}
<p class="facts">{{ runs(line) }}</p>
{% endfor %}
{% if legend %}
<ul class="legend" aria-label="{{ word('labels') }}">
{% for label, times in legend %}
<li><span class="label t{{ label.hue }} line h{{ label.hue }} p{{ label.pattern }}">{{ label.name }}</span>
<span class="count">{{ times }}</span> <span class="description">{{ label.description }}</span></li>
{% endfor %}
</ul>
{% endif %}
{% if contents|length > 1 %}
<nav aria-label="{{ word('contents') }}">
<h2>{{ word("contents") }}</h2>
<ol>
{% for heading in contents %}
<li class="l{{ heading.level }}"><a href="#{{ heading.anchor }}">{{ heading.text }}</a></li>
{% endfor %}
</ol>
</nav>
{% endif %}
</header>
<article class="paper"{% if foreign %} lang="{{ foreign }}"{% endif %} aria-label="{{ word('text-of-paper') }}">
{% for html, notes in paragraphs %}
{% if notes %}
<div class="row">
{% for note in notes %}
{{ beside(note) }}
{% endfor %}
{{ html }}
</div>
{% else %}
{{ html }}
{% endif %}
{% endfor %}
</article>
{% if endnotes %}
<section class="apart endnotes">
<h2>{{ word("markings-of-paper") }}</h2>
<ol>
{% for note in endnotes %}
{{ apart(note, false) }}
{% endfor %}
</ol>
</section>
{% endif %}
{% if lost %}
<section class="apart">
<h2>{{ word("markings-lost") }}</h2>
<ol>
{% for note in lost %}
{{ apart(note, true) }}
{% endfor %}
</ol>
</section>
{% endif %}
{% if papers %}
{{ checks(verdict, papers) }}
{% endif %}
</main>
</body>
</html>
"""
)

STYLE: Final = """\
:root {
  color-scheme: light dark; --page: #FFFFFF; --soft: #F3F2EE; --text: #1F1E1B; --text2: #55534D; --text3: #6A6861;
  --line: #DFDCD4; --rule: #86827A; --accent: #0E5A66; --link: #0B4B55; --warn: #8A5200; --extra: rgb(31 30 27 / .05);
  --bare: #E6E8EB; --serif: "Source Serif 4", "Source Serif Pro", Charter, Cambria, "Noto Serif", Georgia, serif;
  --sans: Inter, "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 400 1.0625rem/1.75 var(--serif); }
main { max-width: 66rem; margin: 0 auto; padding: 3.5rem 1.5rem 5rem 6.25rem; overflow-wrap: break-word; }
header, .paper, .apart, .check { max-width: 36rem; }
p, ul, ol { margin: 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 600; margin: 0 0 .625rem; text-wrap: balance; }
h2, h3, h4, h5, h6 { line-height: 1.4; font-weight: 600; text-wrap: balance; break-after: avoid; }
.facts, .legend, nav, .note, .apart, .check, .page { font-family: var(--sans); }
.facts { font-size: .875rem; line-height: 1.5; color: var(--text2); }
header i { font-style: italic; }
.legend {
  list-style: none; padding: 0; margin: 1.25rem 0 0; font-size: .8125rem; line-height: 1.5;
  display: grid; grid-template-columns: fit-content(12rem) max-content 1fr; gap: .5rem .75rem; align-items: baseline;
}
.legend li { display: contents; }
.legend .label { justify-self: start; }
.legend .count { color: var(--text2); font-variant-numeric: tabular-nums; text-align: right; }
.legend .description { color: var(--text2); }
nav { margin-top: 1.5rem; border: solid var(--line); border-width: 1px 0; padding: .875rem 0; }
nav h2 {
  margin: 0 0 .375rem; font-size: .6875rem; letter-spacing: .04em; text-transform: uppercase; color: var(--text2);
}
nav ol { list-style: none; padding: 0; font-size: .8125rem; line-height: 1.45; }
nav li { padding: .125rem 0; break-inside: avoid; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav .l2 { padding-left: 1rem; } nav .l3 { padding-left: 2rem; } nav .l4, nav .l5 { padding-left: 3rem; }
.paper { position: relative; display: flow-root; margin-top: 2.5rem; }
.paper p { margin: 0 0 .875rem; unicode-bidi: plaintext; }
.paper h2 { font-size: 1.375rem; margin: 2.25rem 0 .75rem; }
.paper h3 { font-size: 1.1875rem; margin: 1.75rem 0 .5rem; }
.paper h4, .paper h5, .paper h6 { font-size: 1.0625rem; margin: 1.5rem 0 .375rem; }
.paper .party { font: 600 .9375rem/1.4 var(--sans); margin: 1.25rem 0 .375rem; }
.paper > :first-child, .paper > .row:first-child > * { margin-top: 0; }
.paper p.item { margin-bottom: .5rem; padding-left: 1.25rem; text-indent: -1.25rem; }
.paper p.signature { margin: .25rem 0; }
.paper p.footnote {
  font-size: .875rem; line-height: 1.65; color: var(--text2); border-left: 2px solid var(--line); padding-left: .75rem;
}
.paper p.pull {
  font-size: 1.125rem; font-style: italic; border-left: 3px solid var(--rule); margin: 1.25rem 0; padding-left: 1.25rem;
}
.paper sup { font-size: .72em; line-height: 0; }
.paper sup a { text-decoration: none; }
.reference { border-bottom: 1px dotted var(--accent); }
.page {
  position: absolute; left: -6.25rem; width: 4.75rem; text-align: right; white-space: nowrap; text-indent: 0;
  font-size: .75rem; font-style: normal; font-weight: 400; line-height: 1.75rem; color: var(--text3);
}
.hook { border-left: 1.5px solid var(--rule); margin: 0 .15em 0 .05em; }
mark { color: inherit; background-color: transparent; text-decoration-line: none; }
mark .line { background-color: transparent; }
mark mark.line { background-color: inherit; }
mark mark { background-image: linear-gradient(var(--extra), var(--extra)); }
mark, .label { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
mark:target, .note:target, .apart li:target { outline: 2px solid var(--accent); outline-offset: 2px; }
.t0 { background-color: var(--bare); }
.bare { border-color: var(--accent); }
.line { text-decoration-line: underline; text-decoration-thickness: 2px; text-decoration-skip-ink: none; }
.t0.line { text-decoration-color: var(--rule); text-decoration-thickness: 1px; }
.k0 { text-underline-offset: .24em; } .k1 { text-underline-offset: .46em; }
.k2 { text-underline-offset: .68em; } .k3 { text-underline-offset: .9em; }
.b { border-left: 1.5px solid currentColor; } .e { border-right: 1.5px solid currentColor; }
.p3 { text-decoration-thickness: 1.25px; } .p5 { text-decoration-thickness: 1.5px; }
.p6, .p9 { text-decoration-thickness: 3px; } .p8 { text-decoration-thickness: 1.25px; }
.n, .page, .hook { user-select: none; }
.n {
  font: 600 .6875rem/1 var(--sans); vertical-align: .45em; text-decoration: none; padding: 0 .125em; text-indent: 0;
}
.label {
  display: inline-block; color: var(--text); padding: 0 .4em .2em; border-radius: 4px; line-height: 1.6;
  text-underline-offset: .24em;
}
.note {
  float: right; clear: right; width: 19rem; margin: .25rem -21.5rem 1rem 0; text-indent: 0;
  font-size: .8125rem; line-height: 1.5; color: var(--text2);
}
.paper .note p { margin: 0; }
.note .number { font-weight: 600; text-decoration: none; margin-right: .25em; }
.paper .note .words, .apart .words { color: var(--text); margin-top: .25rem; }
.links { list-style: none; padding: 0; }
.links li { margin-top: .375rem; padding-left: .625rem; border-left: 2px solid var(--accent); }
.how { display: block; color: var(--link); font-weight: 600; }
.how::before { content: "→ "; }
.note q, .note details, .apart q { font-family: var(--serif); font-size: 1.0625em; color: var(--text); }
q { quotes: "«" "»"; }
summary { cursor: pointer; list-style: none; display: inline; }
summary::-webkit-details-marker { display: none; }
.more {
  color: var(--link); font-family: var(--sans); border: 1px solid var(--rule); border-radius: 4px; padding: 0 .3em;
}
details[open] .more { display: none; }
details { display: block; }
details[open] { display: inline; }
cite { font-style: normal; } cite i { font-style: italic; }
.links cite { display: block; color: var(--text2); }
.author, .paper .note .author { margin-top: .25rem; color: var(--text3); }
.warning { color: var(--warn); } .warning::before { content: "! "; font-weight: 600; }
.endnotes { display: none; }
.apart, .check { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .875rem; line-height: 1.55; }
.apart h2, .check h2 { font: 600 1.25rem/1.35 var(--serif); margin: 1.5rem 0 .5rem; }
.apart ol, .check ul { padding-left: 1.75rem; } .apart li { margin-bottom: .875rem; }
.apart > ol > li::marker { font-weight: 600; }
.check p { margin-bottom: .375rem; } .check p, .check ul { color: var(--text2); }
.check .verdict { color: var(--text); }
.check li { margin-bottom: .5rem; }
code { font: .8125em/1.5 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
:root {
  --page: #1F2023; --soft: #27282C; --text: #E6E4DE; --text2: #B4B2AB; --text3: #9A9891; --line: #34363B;
  --rule: #7F838B; --accent: #6CC4CF; --link: #8AD5DE; --warn: #E8B063; --extra: rgb(230 228 222 / .07);
  --bare: #34383E;
}
}
@media screen and (max-width: 68rem) {
main { padding-left: 5.25rem; max-width: 46rem; }
.page { left: -5.25rem; width: 4.25rem; }
.row { display: flex; flex-direction: column; }
.note {
  order: 1; float: none; width: auto; margin: 0 0 .75rem; padding: .5rem .75rem; border-radius: 6px;
  background: var(--soft);
}
}
@media screen and (max-width: 36rem) {
body { font-size: 1rem; }
main { padding: 1.5rem 1rem 3rem; }
.page { position: static; width: auto; display: inline; padding-right: .375rem; line-height: inherit; }
}
@page { margin: 2cm 2cm 2cm 1.5cm; }
@media print {
:root {
  color-scheme: light; --page: #FFFFFF; --text: #000000; --text2: #33312D; --text3: #33312D; --line: #C9C6BE;
  --rule: #55534D; --accent: #000000; --link: #000000; --warn: #000000; --extra: rgb(0 0 0 / .05); --bare: #E6E8EB;
}
body { font-size: 10.5pt; line-height: 1.65; }
main { max-width: none; padding: 0 0 0 1.6cm; }
header, .paper, .apart, .check { max-width: none; }
.page { left: -1.6cm; width: 1.3cm; font-size: 8pt; line-height: 1.65; }
.note { display: none; }
.endnotes { display: block; }
.apart, .check { font-size: 9pt; }
.apart li, .legend li { break-inside: avoid; }
a { text-decoration: none; }
p { orphans: 3; widows: 3; }
}
"""
