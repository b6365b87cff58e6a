import * as React from 'react';
import { PartNotLoaded } from './later.tsx';
import { ErrorState } from './states/ErrorState.tsx';

/** Catches a fault of our own code on a screen and offers to try again, so that a tab is never blank. */
export class ErrorBoundary extends React.Component<{ readonly children: React.ReactNode }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    console.error('A screen failed', error);
  }

  // Browsers remember that a module did not arrive: only a new page asks for it again.
  private readonly retry = (): void =>
    this.state.error instanceof PartNotLoaded ? window.location.reload() : this.setState({ error: undefined });

  override render(): React.ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorState page error={this.state.error} what="This page could not be shown" onRetry={this.retry} />;
  }
}
