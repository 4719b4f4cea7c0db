import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { useEveryViewMessages } from "../app-context.tsx";
import { QuietPage } from "./quiet-page.tsx";

interface State {
  readonly reference: string | null;
}

/** Shows a sentence and a reference in place of a view that broke; what broke goes to the console under that reference. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { reference: null };

  static getDerivedStateFromError(): State {
    return { reference: crypto.randomUUID().slice(0, 8) };
  }

  override componentDidCatch(error: unknown): void {
    console.error(`Reference ${this.state.reference}:`, error);
  }

  override render(): ReactNode {
    const { reference } = this.state;
    return reference === null ? this.props.children : <Broken reference={reference} />;
  }
}

function Broken({ reference }: { readonly reference: string }) {
  const say = useEveryViewMessages();
  return (
    <QuietPage title={say.brokenTitle} sentence={`${say.brokenSentence} ${say.reference(reference)}`}>
      <Button appearance="primary" onClick={() => location.reload()}>
        {say.reload}
      </Button>
    </QuietPage>
  );
}
