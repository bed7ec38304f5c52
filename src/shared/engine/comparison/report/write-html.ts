import { assertNever } from '../../../domain/assert-never.ts';
import type { Block, DocumentFigures, DocumentTable, ReportDocument } from './document.ts';
import { escapeHtml } from './escape-html.ts';
import { STYLE } from './style.ts';
import { colourOf } from './svg/colours.ts';

/** One page that needs nothing else: no script, no font, no file beside it. */
export function writeHtml({ title, sections }: ReportDocument): string {
  const parts = sections.map((section) => `<section>\n<h2>${escapeHtml(section.title)}</h2>\n${section.blocks.map(writeBlock).join('\n')}\n</section>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'code':
      return `<pre><code>${block.lines.map(escapeHtml).join('\n')}</code></pre>`;
    case 'table':
      return writeTable(block);
    case 'figures':
      return writeFigures(block);
    default:
      return assertNever(block);
  }
}

function writeTable({ columns, rows }: DocumentTable): string {
  const mark = (k: number): string => (columns[k].number ? ' class="number"' : '');
  const head = columns.map(({ name }, k) => `<th scope="col"${mark(k)}>${escapeHtml(name)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell, k) => (k === 0 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td${mark(k)}>${escapeHtml(cell)}</td>`)).join('')}</tr>`);
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function writeFigures({ legend, items }: DocumentFigures): string {
  const names = legend.map((name, k) => `<li><span class="swatch ${colourOf(k)}"></span>${escapeHtml(name)}</li>`).join('');
  const figures = items.map(({ svg, caption }) => `<figure>${svg}<figcaption>${escapeHtml(caption)}</figcaption></figure>`).join('\n');
  return `<ul class="legend">${names}</ul>\n<div class="figures">${figures}</div>`;
}
