import type { Block } from '../model.ts';
import { plate } from './chart.ts';
import { type Markup, markup } from './markup.ts';
import { tableHtml } from './table.ts';

/** One block of a section. */
export function blockHtml(block: Block): Markup {
  switch (block.kind) {
    case 'paragraph':
      return markup`<p>${block.text}</p>`;
    case 'quote':
      return markup`<figure class="quote"><blockquote>${block.text}</blockquote><figcaption>${block.by}</figcaption></figure>`;
    case 'heading':
      return block.note === null
        ? markup`<h3>${block.text}</h3>`
        : markup`<h3>${block.text} <span class="note">${block.note}</span></h3>`;
    case 'list':
      return markup`<ul>${block.items.map((item) => markup`<li>${item}</li>`)}</ul>`;
    case 'definitions':
      return markup`<dl>${block.items.map((item) => markup`<dt>${item.term}</dt><dd>${item.text}</dd>`)}</dl>`;
    case 'table':
      return tableHtml(block.table);
    case 'chart':
      return plate(block.chart);
    case 'code':
      return markup`<div class="code"><p>${block.label}</p><pre>${block.text}</pre></div>`;
    case 'callout':
      return markup`<div class="banner ${block.tone}"><p class="title">${block.title}</p><p>${block.text}</p></div>`;
  }
}
