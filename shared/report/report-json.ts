import { type ReportModel, reportModelSchema } from './model.ts';

/** The JSON face: the model itself, at full precision. */
export function reportJson(model: ReportModel): string {
  return `${JSON.stringify(model, null, 2)}\n`;
}

/** Reads a JSON face back; throws a ZodError that names the path when it is no report of this version. */
export function parseReportJson(json: string): ReportModel {
  return reportModelSchema.parse(JSON.parse(json));
}
