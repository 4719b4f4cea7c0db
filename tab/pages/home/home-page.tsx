import { lazy, Suspense, useEffect } from "react";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import type { Home, PairHome } from "../../../shared/contract/home.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { Loading } from "../../components/loading.tsx";
import { Unread } from "../../components/unread.tsx";
import { useNow } from "../../components/use-now.ts";
import { useHome } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { ConnectionLine } from "./connection-line.tsx";
import { Goals } from "./goals.tsx";
import { greetingAt } from "./greeting.ts";
import { useHomeStyles } from "./home.styles.ts";
import { JournalLine } from "./journal-line.tsx";
import { NextAct } from "./next-act.tsx";
import { PromptsLine } from "./prompts-line.tsx";
import { YearSection } from "./year-section.tsx";

const RunProgramme = lazy(() => import("./run-programme.tsx").then((part) => ({ default: part.RunProgramme })));

/** Home: the year, the next act, our goals, one line of journal; for coordinators, the programme too. */
export function HomePage() {
  const say = homeMessages(useLocale());
  const home = useHome();
  useEffect(() => {
    document.title = say.pageTitle;
  }, [say]);
  if (home.data) return <Loaded home={home.data} />;
  return home.isError ? <Unread problem={problemOf(home.error)} onRetry={() => void home.refetch()} /> : <Loading />;
}

function Loaded({ home }: { readonly home: Home }) {
  const styles = usePageStyles();
  const say = homeMessages(useLocale());
  const { person, pair, coordinates } = home;
  const greeting = say.greeting[greetingAt(useNow(), person.timeZone)](person.name);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{greeting}</h1>
      {pair && <PairParts pair={pair} person={person} />}
      {!pair && !coordinates && <NoPair />}
      {coordinates && (
        <Suspense fallback={<Loading />}>
          <RunProgramme />
        </Suspense>
      )}
    </main>
  );
}

function PairParts({ pair, person }: { readonly pair: PairHome; readonly person: Home["person"] }) {
  const styles = useHomeStyles();
  return (
    <>
      <YearSection pair={pair} reader={person} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <div>
            <ConnectionLine />
            <NextAct pair={pair} person={person} />
          </div>
          <Goals pair={pair} person={person} />
        </div>
        <div className={styles.beside}>
          <JournalLine pair={pair} person={person} />
          <PromptsLine />
        </div>
      </div>
    </>
  );
}

function NoPair() {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = homeMessages(useLocale());
  return (
    <section className={styles.empty}>
      <h2 className={page.section}>{say.noPairTitle}</h2>
      <p className={page.sentence}>{say.noPair}</p>
      <p className={page.sentence}>{say.noPairNext}</p>
    </section>
  );
}
