import { basename } from 'node:path';
import { PilotError } from '#shared/api/error.ts';

/** What was being attempted, as it stands in the sentence: "could not be written". */
export type Attempt = 'read' | 'written' | 'locked';

/** The sentence for an error of the file system; an error of any other kind is a bug and is given back as it is. */
export function diskFailure(error: unknown, path: string, attempt: Attempt): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const name = basename(path);
  const because = error.message;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new PilotError(
        'disk-full',
        `The disk is full, so ${name} could not be ${attempt}. Nothing was changed; make room on the disk and try again.`,
        because,
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return new PilotError(
        attempt === 'read' ? 'not-allowed' : 'read-only',
        attempt === 'read'
          ? `You are not allowed to read ${name}. Ask for the right to read it, or copy it to a folder of your own.`
          : `The folder of ${name} cannot be written to. Nothing was changed; you may look at the pilot read-only, or copy it to a folder of your own.`,
        because,
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return new PilotError('not-found', `${path} could not be ${attempt}: there is no such file or folder.`, because);
    case 'EISDIR':
      return new PilotError('not-a-pilot', `${name} is a folder, not a pilot.`, because);
    case 'ERR_FS_FILE_TOO_LARGE':
      return new PilotError('file-too-large', `${name} is larger than 2 GB, more than a pilot can hold.`, because);
    default:
      if (!/^E[A-Z0-9]+$/.test(error.code)) return error;
      return new PilotError(
        'disk-failing',
        `${name} could not be ${attempt}: the disk reported ${error.code}. Check the disk, then open the pilot again.`,
        because,
      );
  }
}
