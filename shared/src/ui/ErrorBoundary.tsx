import * as React from 'react';
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

  override render(): React.ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorState error={this.state.error} what="This page could not be shown" onRetry={() => this.setState({ error: undefined })} />;
  }
}
