import type { ArmPlace } from '#shared/identity/two-arms.ts';
import { useFormat } from '../../api/use-format.ts';
import { Chip } from '../../parts/Chip.tsx';
import styles from './TwoArmsCard.module.css';
import { armName, armPlaceWords, armTone } from './two-arms-words.ts';

/** The rows that put somebody into an arm, each under the key it named. */
export function ArmPlaces({ places }: { readonly places: readonly ArmPlace[] }) {
  const format = useFormat();
  return (
    <ul className={styles.places}>
      {places.map((place) => (
        <li key={`${place.arm} ${place.key.value} ${place.source} ${place.line}`}>
          <Chip tone={armTone(place.arm)}>{armName(place.arm)}</Chip> {armPlaceWords(place, format)}
        </li>
      ))}
    </ul>
  );
}
