import type { LiftResult } from '#shared/lift/lift-result.ts';
import { useFormat } from '../api/use-format.ts';
import { Page } from '../parts/Page.tsx';
import { AppearanceCard } from './AppearanceCard.tsx';
import { ArrangeCards } from './ArrangeCards.tsx';
import { BusinessCard } from './BusinessCard.tsx';
import { ContentsCard } from './ContentsCard.tsx';
import { ExportCard } from './ExportCard.tsx';
import { NextPilotCard } from './NextPilotCard.tsx';
import { Preview } from './Preview.tsx';
import styles from './Report.module.css';
import { VerifyCard } from './VerifyCard.tsx';

/** The report as it would be sent now, and the ways to send it. */
export function ReportPage({ lift }: { readonly lift: LiftResult }) {
  const format = useFormat();
  return (
    <Page
      lead={`It tells the look as of ${format.dateTime(lift.asOf)}. A new look changes what it says; a written file stays as it is.`}
      title="One page for the sponsor, the details behind it."
    >
      <div className={styles.columns}>
        <Preview />
        <div className={styles.side}>
          <ExportCard />
          <AppearanceCard />
          <VerifyCard />
          <ContentsCard />
        </div>
      </div>
      <ArrangeCards />
      <BusinessCard />
      <NextPilotCard />
    </Page>
  );
}
