import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { connectionMessages } from "../../../shared/content/tab-messages.ts";
import type { ConnectionView } from "../../../shared/contract/calendar-connection.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { useConnect, useConnection, useDisconnect } from "../../components/connection-queries.ts";
import { Loading } from "../../components/loading.tsx";
import { ProblemLine } from "../../components/problem-line.tsx";
import { Said } from "../../components/said.tsx";
import { useKeptFocus } from "../../components/use-kept-focus.ts";
import { usePageStyles } from "../../theme/page-styles.ts";

/** What the leave to a person's calendar is for, whether it stands, and how to give it or take it back. */
export function CalendarConnection({ isWanted }: { readonly isWanted: boolean }) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = connectionMessages(useLocale());
  const connection = useConnection();
  const place = useRef<HTMLElement>(null);
  const state = connection.data?.state;
  useKeptFocus(place, state ?? "", "h2");
  useEffect(() => {
    if (!isWanted || !state) return;
    const title = place.current?.querySelector("h2");
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: "start" });
  }, [isWanted, state]);
  return (
    <section ref={place} className={styles.part} aria-labelledby="calendar">
      <h2 id="calendar" tabIndex={-1} className={page.section}>
        {say.title}
      </h2>
      {state &&
        state !== "not-needed" &&
        say.what.map((words) => (
          <p key={words} className={page.sentence}>
            {words}
          </p>
        ))}
      {connection.isPending && <Loading />}
      <ProblemLine problem={connection.isError ? problemOf(connection.error) : null} />
      {state && <State state={state} />}
    </section>
  );
}

function State({ state }: { readonly state: ConnectionView["state"] }) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = connectionMessages(useLocale());
  return (
    <>
      <p className={state === "works" || state === "not-needed" ? page.sentence : styles.state}>{say.states[state]}</p>
      {(state === "missing" || state === "broken") && <Connect isAgain={state === "broken"} />}
      {state === "works" && <Disconnect />}
    </>
  );
}

function Connect({ isAgain }: { readonly isAgain: boolean }) {
  const page = usePageStyles();
  const say = connectionMessages(useLocale());
  const connect = useConnect();
  const outcome = connect.data;
  return (
    <>
      <div>
        <Button appearance="primary" disabledFocusable={connect.isPending} onClick={() => connect.mutate()}>
          {connect.isPending ? say.connecting : isAgain ? say.connectAgain : say.connect}
        </Button>
      </div>
      <p role="status" className={page.sentence}>
        {typeof outcome === "string" ? say.outcomes[outcome] : ""}
      </p>
      <ProblemLine problem={connect.isError ? problemOf(connect.error) : null} />
    </>
  );
}

function Disconnect() {
  const page = usePageStyles();
  const styles = useStyles();
  const say = connectionMessages(useLocale());
  const disconnect = useDisconnect();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <div>
        <Button onClick={() => setAsking(true)}>{say.disconnect}</Button>
        <Said>{say.connected}</Said>
      </div>
    );
  }
  return (
    <div role="group" aria-label={say.disconnectTitle} className={styles.part}>
      <p className={page.sentence}>{say.disconnectSentence}</p>
      <ProblemLine problem={disconnect.isError ? problemOf(disconnect.error) : null} />
      <div className={styles.buttons}>
        <Button autoFocus onClick={() => setAsking(false)}>
          {say.keep}
        </Button>
        <Button disabledFocusable={disconnect.isPending} onClick={() => disconnect.mutate()}>
          {say.disconnect}
        </Button>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  part: { display: "grid", rowGap: "12px" },
  state: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});
