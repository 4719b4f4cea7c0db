import { useEffect } from "react";
import { journalMessages } from "../../../shared/content/tab-messages.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { Loading } from "../../components/loading.tsx";
import { QuietPage } from "../../components/quiet-page.tsx";
import { Unread } from "../../components/unread.tsx";
import type { Route } from "../../hash-route.ts";
import { useEntries, useHome } from "../../queries.ts";
import { Journal } from "./journal.tsx";
import type { JournalProps } from "./journal-props.ts";

/** My journal: my entries and those my partner shares with me. */
export function JournalPage({ route }: { readonly route: Route }) {
  const say = journalMessages(useLocale());
  const home = useHome();
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  if (home.isError && !home.data) return <Unread problem={problemOf(home.error)} onRetry={() => void home.refetch()} />;
  if (!home.data) return <Loading />;
  const { pair, person } = home.data;
  if (!pair) return <QuietPage title={say.noPairTitle} sentence={say.noPair} />;
  return <WithEntries route={route} pair={pair} person={person} />;
}

function WithEntries(props: Omit<JournalProps, "entries">) {
  const entries = useEntries(props.pair.id);
  if (entries.data) return <Journal entries={entries.data} {...props} />;
  return entries.isError ? (
    <Unread problem={problemOf(entries.error)} onRetry={() => void entries.refetch()} />
  ) : (
    <Loading />
  );
}
