import { Button, Link, makeStyles, mergeClasses } from "@fluentui/react-components";
import { lazy, Suspense, useRef, useState } from "react";
import { journalMessages } from "../../../shared/content/tab-messages.ts";
import { useApp, useLocale } from "../../app-context.tsx";
import { Chevron, Plus } from "../../components/icons.tsx";
import { useReflection } from "../../components/reflection-queries.ts";
import { Said } from "../../components/said.tsx";
import { useKeptFocus } from "../../components/use-kept-focus.ts";
import { narrow, usePageStyles } from "../../theme/page-styles.ts";
import { EntryEditor } from "./entry-editor.tsx";
import { EntryList } from "./entry-list.tsx";
import { type Draft, entryHash, type JournalProps } from "./journal-props.ts";
import { SharedEntry } from "./shared-entry.tsx";

const SessionDraft = lazy(() =>
  import("../../components/session-draft.tsx").then((part) => ({ default: part.SessionDraft })),
);
const DraftItem = lazy(() => import("./draft-item.tsx").then((part) => ({ default: part.DraftItem })));

/** The list on the left, the open entry on the right; on a phone one at a time. Words not kept yet survive a look at another entry. */
export function Journal(props: JournalProps) {
  const { route, entries } = props;
  const page = usePageStyles();
  const styles = useStyles();
  const say = journalMessages(useLocale());
  const [said, setSaid] = useState("");
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main, `${route.entry} ${said}`, "h1");
  const reflection = useReflection(props.pair.toReflect);
  const notes = reflection.data?.draft ? reflection.data : null;
  // The notes of the latest session are what is open while no entry is.
  const isDraft = notes !== null && route.entry === null;
  const isOpen = route.entry !== null || (entries.length === 0 && !isDraft);
  const keptDraft = (entryId: string) => {
    setSaid(say.kept);
    go(entryId);
  };
  return (
    <main ref={main} className={page.page}>
      <BackToSession />
      <div className={styles.head}>
        <h1 tabIndex={-1} className={page.title}>
          {say.title}
        </h1>
        <Button icon={<Plus />} onClick={() => go("new")}>
          {say.newEntry}
        </Button>
      </div>
      <div className={styles.columns}>
        <nav aria-label={say.listLabel} className={mergeClasses(styles.list, isOpen && styles.otherOnPhone)}>
          {notes && (
            <Suspense>
              <DraftItem reflection={notes} isOpen={isDraft} />
            </Suspense>
          )}
          {entries.length > 0 && <EntryList {...props} />}
          {entries.length === 0 && !notes && <p className={page.sentence}>{say.empty}</p>}
        </nav>
        <div className={mergeClasses(styles.open, isDraft ? styles.firstOnPhone : !isOpen && styles.otherOnPhone)}>
          {isOpen && (entries.length > 0 || notes) && (
            <Link href={entryHash(null)} className={styles.back}>
              <Chevron turn="left" /> {say.allEntries}
            </Link>
          )}
          {isDraft ? (
            <section className={page.card}>
              <Suspense>
                <SessionDraft
                  key={notes.checkIn.id}
                  reflection={notes}
                  me={props.person.id}
                  heading="h2"
                  onKept={keptDraft}
                />
              </Suspense>
            </section>
          ) : (
            <OpenEntry {...props} onSaid={setSaid} />
          )}
        </div>
      </div>
      <Said>{said}</Said>
    </main>
  );
}

const go = (entry: string | null) => {
  location.hash = entryHash(entry);
};

function OpenEntry(props: JournalProps & { readonly onSaid: (sentence: string) => void }) {
  const { route, entries, pair, person, onSaid } = props;
  const page = usePageStyles();
  const say = journalMessages(useLocale());
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const key = route.entry ?? "new";
  const entry = entries.find((one) => one.id === key) ?? null;
  if (entry && entry.author !== person.id) return <SharedEntry entry={entry} pair={pair} person={person} />;
  if (!entry && key !== "new") {
    return (
      <section className={page.card}>
        <p className={page.sentence}>{say.gone}</p>
      </section>
    );
  }
  const keepDraft = (draft: Draft | null) =>
    setDrafts((all) => {
      const { [key]: _, ...others } = all;
      return draft ? { ...others, [key]: draft } : others;
    });
  const leave = (next: string | null, sentence: string) => {
    onSaid(sentence);
    go(next);
  };
  return (
    <EntryEditor key={key} entry={entry} draft={drafts[key] ?? null} onDraft={keepDraft} onLeave={leave} {...props} />
  );
}

/** The way back for someone who came from the meeting's side panel. */
function BackToSession() {
  const { host } = useApp();
  const say = journalMessages(useLocale());
  const styles = useStyles();
  if (!host.inSidePanel) return null;
  return (
    <Link href="panel.html" className={styles.toSession}>
      <Chevron turn="left" /> {say.backToSession}
    </Link>
  );
}

const useStyles = makeStyles({
  head: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "center", gap: "8px 16px" },
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 296fr) minmax(0, 616fr)",
    columnGap: "48px",
    alignItems: "start",
    marginTop: "20px",
    "@media (max-width: 959px)": { columnGap: "28px" },
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  list: { minWidth: 0, marginInline: "-14px", [narrow]: { marginInline: 0 } },
  open: { minWidth: 0 },
  otherOnPhone: { [narrow]: { display: "none" } },
  firstOnPhone: { [narrow]: { order: -1, marginBottom: "20px" } },
  back: {
    display: "none",
    alignItems: "center",
    gap: "4px",
    marginBottom: "12px",
    [narrow]: { display: "inline-flex" },
  },
  toSession: { display: "inline-flex", alignItems: "center", gap: "4px", marginBottom: "12px" },
});
