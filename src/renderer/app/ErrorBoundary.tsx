import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly message: string | null;
}

/** Stands in for a part of the interface that failed, says so, and offers to try it again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null };

  static getDerivedStateFromError(thrown: unknown): ErrorBoundaryState {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override componentDidCatch(thrown: unknown) {
    reportError(thrown);
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    const actions = (
      <>
        <Button look="primary" onClick={() => this.setState({ message: null })}>
          Try again
        </Button>
        <Button onClick={() => location.reload()}>Reload the window</Button>
      </>
    );
    return (
      <EmptyState icon={TriangleAlert} title="This part of the window failed" actions={actions}>
        {this.state.message} Your labels are safe in the project file.
      </EmptyState>
    );
  }
}
