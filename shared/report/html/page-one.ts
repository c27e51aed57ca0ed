import type { Card, PageOne, ReportModel } from '../model.ts';
import { columnPicture } from './chart.ts';
import { EMPTY, type Markup, markup } from './markup.ts';

/** Longer words than this are set a size smaller, so that a card stays a card. */
const LONG = 12;

/** Page one. Banners stand above the question: nobody reads the answer without having passed them. */
export function pageOneHtml(model: ReportModel): Markup {
  const { pageOne, labels } = model;
  const tables = model.sections.findIndex((section) => section.id === 'results');
  const more =
    tables === -1
      ? EMPTY
      : markup`${labels.tableOf} <a href="#results">${String(tables + 1)}, ${model.sections[tables]?.title ?? ''}</a>.`;
  return markup`<section class="page-one" aria-labelledby="answer">
${brandHtml(model.appearance)}
${pageOne.banners.map((banner) => markup`<div class="banner ${banner.tone}"><p class="title">${banner.title}</p><p>${banner.text}</p></div>`)}
<p class="question">${pageOne.question}</p>
<h1 id="answer">${pageOne.answer}</h1>
<p class="lead">${pageOne.lead}</p>
<ul class="cards">${pageOne.cards.map(cardHtml)}</ul>
<div class="columns"><div>${pageOne.picture === null ? EMPTY : columnPicture(pageOne.picture, more)}</div><div class="aside">${asideHtml(pageOne.aside)}${asideHtml(pageOne.told)}<p class="caveat"><strong>${pageOne.caveat.title}</strong> ${pageOne.caveat.text}</p></div></div>
<p class="ask"><strong>${pageOne.ask.title}</strong> ${pageOne.ask.text}</p>
<p class="foot"><span>${footHtml(pageOne.foot)}</span><span>${labels.madeWith}</span></p>
</section>`;
}

/** Whose report it is. A logo stands on white in either theme: most are drawn for paper. */
function brandHtml({ company, logo }: ReportModel['appearance']): Markup {
  if (company === '' && logo === null) return EMPTY;
  const picture = logo === null ? EMPTY : markup`<img src="${logo}" alt="">`;
  return markup`<p class="brand">${picture}${company === '' ? EMPTY : markup`<span>${company}</span>`}</p>`;
}

/** The parts of the foot; none of them breaks inside. */
export function footHtml(parts: readonly string[]): Markup {
  return markup`${parts.map((part, i) => markup`${i === 0 ? '' : ' · '}<span class="whole-words">${part}</span>`)}`;
}

function cardHtml(card: Card): Markup {
  const size = card.big.length > LONG ? ' long' : '';
  return markup`<li class="${card.tone}"><p class="label">${card.label}</p><p class="big${size}">${card.big}</p><p class="text">${card.text}</p></li>`;
}

function asideHtml(aside: PageOne['aside']): Markup {
  if (aside === null) return EMPTY;
  return markup`<h2 class="small">${aside.title}</h2><ul>${aside.lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}
