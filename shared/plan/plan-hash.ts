import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Plan } from './plan.ts';

/**
 * The seal of a plan: SHA-256, in hexadecimal, of its RFC 8785 canonical JSON.
 * Anyone with the plan's JSON can recompute it; the order of keys and white space do not matter.
 */
export function planHash(plan: Plan): string {
  const canonical = canonicalize(plan);
  if (canonical === undefined) throw new Error('a plan is always a JSON object');
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}
