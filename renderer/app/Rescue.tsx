import { Component, type ReactNode } from 'react';
import { Failure } from '../parts/Failure.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly cause: string | null };

/** Keeps the rest of the app standing when one screen breaks: every change is on disk already, so nothing is lost. */
export class Rescue extends Component<Props, State> {
  override state: State = { cause: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { cause: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }

  override render() {
    const { cause } = this.state;
    if (cause === null) return this.props.children;
    const sentence =
      'This screen broke. Nothing is lost: every change is on disk. Show it again, or go to another step; if it breaks again, report what lies beneath.';
    return <Failure failure={{ code: 'bug', sentence, cause }} onRetry={() => this.setState({ cause: null })} />;
  }
}
