import type { Chance } from '../../assign/draw.ts';
import type { Before, Numbering } from './before.ts';
import { DAY, exportsDrawn, HOUR, pilotStart } from './calendar.ts';
import { complaintSubjects, detractorComments, passiveComments, promoterComments } from './comments.ts';
import type { Complaint, NpsAnswer } from './shopper.ts';

export type Voice = { readonly complaints: readonly Complaint[]; readonly answer: NpsAnswer | null };

/** Draws what a customer says. It knows nothing of the arm: the sample plants no effect on what people say. */
export function drawVoice(anchor: number, before: Before, numbering: Numbering, chance: Chance): Voice {
  const complaints = drawComplaints(numbering, chance);
  const answers = before.standing === 'pilot' && chance.index(100) < 28;
  return { complaints, answer: answers ? drawAnswer(anchor, complaints.length, chance) : null };
}

function drawComplaints(numbering: Numbering, chance: Chance): Complaint[] {
  if (chance.index(100) >= 6) return [];
  const times = chance.index(100) < 25 ? 2 + chance.index(2) : 1;
  // Who wrote more than once was, more often than not, only ever answered by a machine.
  const answeredBy = chance.index(100) < (times > 1 ? 65 : 35) ? 'machine' : 'person';
  const subject = pick(complaintSubjects, chance);
  let at = pilotStart - 90 * DAY + chance.index(120 * DAY);
  return Array.from({ length: times }, (_, i) => {
    if (i > 0) at += 2 * DAY + chance.index(9 * DAY);
    return { number: numbering.ticket(), at, subject: i === 0 ? subject : `Re: ${subject}`, answeredBy };
  });
}

function drawAnswer(anchor: number, complaints: number, chance: Chance): NpsAnswer {
  const u = chance.index(100);
  const [detractors, passives] = complaints > 0 ? [55, 80] : [17, 46];
  const band = u < detractors ? 'detractor' : u < passives ? 'passive' : 'promoter';
  const score = band === 'detractor' ? chance.index(7) : band === 'passive' ? 7 + chance.index(2) : 9 + chance.index(2);
  const words = { detractor: detractorComments, passive: passiveComments, promoter: promoterComments }[band];
  const from = anchor + 9 * DAY;
  return {
    at: Math.min(from + chance.index(12 * DAY), exportsDrawn - HOUR),
    score,
    comment: chance.index(100) < 60 ? pick(words, chance) : '',
  };
}

function pick(list: readonly string[], chance: Chance): string {
  return list[chance.index(list.length)] ?? '';
}
