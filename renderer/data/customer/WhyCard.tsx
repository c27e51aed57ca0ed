import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Key } from '#shared/identity/matching.ts';
import type { KeyBond } from '#shared/identity/why-one.ts';
import { useChange } from '../../api/use-change.ts';
import { useFormat } from '../../api/use-format.ts';
import { usePilot, useReadOnlyReason } from '../../api/use-pilot.ts';
import { useRead } from '../../api/use-read.ts';
import { Card } from '../../parts/Card.tsx';
import { Chip } from '../../parts/Chip.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { isSameKey, keyKind, keyText } from './key-words.ts';
import { showCustomer } from './shown-customer.ts';
import styles from './WhyCard.module.css';
import { bondWords, placesWords } from './why-words.ts';

const FEW = 6;

/** The keys of the person, the rows that name them, and what joins them; a wrong join is cut here. */
export function WhyCard({ shown, people }: { readonly shown: Key; readonly people: ReadonlyMap<string, number> }) {
  const format = useFormat();
  const pilot = usePilot()?.id ?? '';
  const readOnly = useReadOnlyReason() !== null;
  const why = useRead('customer.why', { key: shown });
  const cut = useChange('customer.cut');
  const uncut = useChange('customer.uncut');
  const [told, setTold] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { keys = [], bonds = [], customer = 0 } = why.data ?? {};
  const joined = keys.length > 1;
  const busy = cut.isPending || uncut.isPending;

  const part = ({ a, b }: KeyBond) =>
    cut.mutate({ a, b, why: '' }, { onSuccess: ({ apart }) => setTold(apart ? CUT : CUT_IN_VAIN) });
  const join = ({ a, b }: KeyBond) =>
    uncut.mutate({ a, b }, { onSuccess: ({ apart }) => setTold(apart ? STILL_APART : JOINED) });
  const shownBonds = all ? bonds : bonds.slice(0, FEW);

  return (
    <Card
      subtitle={joined ? 'The rows and keys that join them' : 'One key alone; nothing was joined'}
      title={joined ? `Why are these ${format.count(keys.length)} keys one person?` : 'Key'}
    >
      <Failure failure={why.error ?? cut.error ?? uncut.error} />
      {told !== null && (
        <p className={styles.told} role="status">
          {told}
        </p>
      )}
      <ul className={styles.keys}>
        {keys.map((key) => {
          const crowd = people.get(`${key.kind} ${key.value}`);
          return (
            <li key={`${key.kind} ${key.value}`}>
              <b>{keyText(key)}</b> <Chip tone="quiet">{keyKind(key.kind)}</Chip>{' '}
              {crowd !== undefined && <Chip tone="doubt">{`shared by ${format.count(crowd)}, joins nobody`}</Chip>}
              <span className={styles.where}>{placesWords(key, format)}</span>
            </li>
          );
        })}
      </ul>
      {bonds.length > 0 && (
        <ul className={styles.bonds}>
          {shownBonds.map((bond) => (
            <li className={bond.state === 'joins' ? '' : styles.apart} key={`${bond.a.value} ${bond.b.value}`}>
              <span>{bondWords(bond, format)}</span>
              <span className={styles.ways}>
                {otherOf(bond, customer) !== null && (
                  <Button
                    onClick={() => showCustomer(pilot, otherOf(bond, customer) ?? shown)}
                    size="compact-xs"
                    variant="subtle"
                  >
                    See the other
                  </Button>
                )}
                {bond.state === 'joins' && (
                  <Button
                    aria-label={`Cut ${keyText(bond.a)} from ${keyText(bond.b)}`}
                    disabled={readOnly || busy}
                    onClick={() => part(bond)}
                    size="compact-xs"
                    variant="default"
                  >
                    Cut
                  </Button>
                )}
                {bond.state === 'cut' && (
                  <Button
                    aria-label={`Let ${keyText(bond.a)} and ${keyText(bond.b)} join again`}
                    disabled={readOnly || busy}
                    onClick={() => join(bond)}
                    size="compact-xs"
                    variant="default"
                  >
                    Let join again
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {bonds.length > shownBonds.length && (
        <Button onClick={() => setAll(true)} size="compact-xs" variant="subtle">
          Show all {format.count(bonds.length)}
        </Button>
      )}
    </Card>
  );
}

const CUT = 'Cut. They are two people now, and stay so through later imports.';
const CUT_IN_VAIN = 'Cut. Other rows still join them: cut those too if they are wrong.';
const JOINED = 'They are one person again.';
const STILL_APART = 'The cut is taken back; nothing else joins them.';

/** The key of a bond that belongs to somebody else now. */
function otherOf({ a, b, customers }: KeyBond, customer: number): Key | null {
  const [first, second] = customers;
  if (isSameKey(a, b) || first === second) return null;
  return first === customer ? b : a;
}
