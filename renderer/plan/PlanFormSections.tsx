import { Later } from '../parts/Later.tsx';
import { AllocationSection } from './AllocationSection.tsx';
import { AnalysisSection } from './AnalysisSection.tsx';
import { ArmsSection } from './ArmsSection.tsx';
import { CovariatesSection } from './CovariatesSection.tsx';
import { DecisionSection } from './DecisionSection.tsx';
import { HypothesisSection } from './HypothesisSection.tsx';
import { MetricsSection } from './MetricsSection.tsx';
import styles from './PlanForm.module.css';
import { PopulationSection } from './PopulationSection.tsx';

/** The plan as a form, in the order in which one thinks it. */
export function PlanFormSections() {
  return (
    <div className={styles.sections}>
      <HypothesisSection />
      <PopulationSection />
      <Later>
        <ArmsSection />
        <AllocationSection />
        <MetricsSection />
        <AnalysisSection />
        <CovariatesSection />
        <DecisionSection />
      </Later>
    </div>
  );
}
