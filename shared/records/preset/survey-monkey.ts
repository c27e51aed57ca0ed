import type { ColumnTarget } from '../mapping.ts';
import type { Export, Preset } from './preset.ts';
import { surveyMapping } from './survey-columns.ts';

/** The respondent's columns as they are written today, and as they once were. */
const TODAY = ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'] as const;
const ONCE = ['RespondentID', 'CollectorID', 'StartDate', 'EndDate'] as const;

const KNOWN: Readonly<Record<string, ColumnTarget>> = {
  'Respondent ID': { to: 'reference' },
  RespondentID: { to: 'reference' },
  'Collector ID': { to: 'property', name: 'collector' },
  CollectorID: { to: 'property', name: 'collector' },
  'Start Date': { to: 'property', name: 'started_at' },
  StartDate: { to: 'property', name: 'started_at' },
  'End Date': { to: 'at' },
  EndDate: { to: 'at' },
  'IP Address': { to: 'ignore' },
  'Email Address': { to: 'identity', key: 'email' },
  'First Name': { to: 'ignore' },
  'Last Name': { to: 'ignore' },
  LastName: { to: 'ignore' },
  'Custom Data': { to: 'property', name: 'custom_data' },
  'Custom Data 1': { to: 'property', name: 'custom_data_1' },
};

/** SurveyMonkey's individual responses; the second header row holds the choices of each question. */
export const surveyMonkey: Preset = {
  id: 'survey-monkey',
  name: 'a SurveyMonkey responses export',
  fits: (file) => has(file, TODAY) || has(file, ONCE),
  mapping: (file) => surveyMapping(file, KNOWN, file.has('Respondent ID') ? 'Respondent ID' : 'RespondentID'),
  because: {
    'Respondent ID': "SurveyMonkey's number of the response",
    'End Date': 'when the answer was sent',
    'Email Address': 'filled where the survey was sent by mail; an open link names nobody',
    'IP Address': 'a network, which a household or a firm shares; it names nobody',
  },
};

function has(file: Export, names: readonly string[]): boolean {
  return names.every((name) => file.has(name));
}
