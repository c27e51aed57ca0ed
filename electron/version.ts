import manifest from '../package.json' with { type: 'json' };

/** Pilotlight's own version, as package.json names it. */
export const version: string = manifest.version;
