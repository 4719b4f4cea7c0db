import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import type { SessionPhase } from "../../shared/domain/session/session.ts";
import { useApp, useLocale } from "../app-context.tsx";
import { useWordDesk, WordDeskContext } from "../live/use-words.ts";
import { AwayLine } from "./away-line.tsx";
import { laterPart } from "./later-part.tsx";
import { LiveAnnouncement } from "./live-announcement.tsx";
import type { Me } from "./me.ts";
import { nowWords } from "./now-words.ts";
import { usePanelStyles } from "./panel.styles.ts";
import { PanelHeader } from "./panel-header.tsx";
import { stepOf } from "./session-state.ts";
import { SessionWeave } from "./session-weave.tsx";
import type { Layer, StepProps } from "./step.tsx";
import { ArriveStep } from "./steps/arrive.tsx";
import { ChooseStep } from "./steps/choose.tsx";
import { ExerciseStep } from "./steps/exercise.tsx";
import { FollowUpStep } from "./steps/follow-up.tsx";
import type { TurnProps } from "./steps/prompt-words.ts";
import { SinceStep } from "./steps/since.tsx";
import { TurnStep } from "./steps/turn.tsx";
import { WhoFirstStep } from "./steps/who-first.tsx";
import { WriteApartStep } from "./steps/write-apart.tsx";
import { useLasting } from "./use-lasting.ts";
import { useRing } from "./use-ring.ts";
import type { LiveSession } from "./use-session.ts";
import { useStepFocus } from "./use-step-focus.ts";
import { useTurnPart } from "./use-turn-part.ts";
import { isCrowded } from "./weave-of.ts";

const layers = laterPart(() => import("./layers/layer-view.tsx").then(({ LayerView }) => LayerView));
const book = laterPart(() => import("./steps/book.tsx").then(({ BookStep }) => BookStep));
const over = laterPart(() => import("./steps/over.tsx").then(({ OverStep }) => OverStep));

/** How long the server may be out of reach before a line says so, in milliseconds. */
const quietFor = 3_000;

const steps: Readonly<Record<SessionPhase, (props: TurnProps) => ReactNode>> = {
  arrive: ArriveStep,
  since: SinceStep,
  choose: ChooseStep,
  "who-first": WhoFirstStep,
  turn: TurnStep,
  "follow-up": FollowUpStep,
  exercise: ExerciseStep,
  appreciate: WriteApartStep,
  learn: WriteApartStep,
  book: book.Part,
  over: over.Part,
};

/** A session that goes on: one weave through all its steps, the step below it, and the layers below that. */
export function SessionFrame({
  session,
  me,
  live,
}: {
  readonly session: SessionView;
  readonly me: Me;
  readonly live: LiveSession;
}) {
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const panel = useRef<HTMLElement>(null);
  const desk = useWordDesk(session.checkInId, me.id);
  const [layer, setLayer] = useLayer(session);
  const [from, setFrom] = useState<Layer | null>(null);
  const step = stepOf(session);
  const former = useFormer(session.stepSince);
  const isOwn = former !== null && live.leftStep === former;
  useStepFocus(panel, step, isOwn);
  usePreloading();
  useStage(session.staging);
  const isAway = useLasting(live.isAway, quietFor);
  const back = useCallback(() => {
    setFrom(layer);
    setLayer(null);
  }, [layer, setLayer]);
  const props: StepProps = { ...live, session, me, from, onLayer: setLayer };
  return (
    <WordDeskContext value={desk}>
      <main ref={panel} className={styles.panel}>
        {isAway && <AwayLine />}
        {layer ? (
          <layers.Part {...props} layer={layer} onBack={back} now={nowWords(session, say)} />
        ) : (
          <CurrentStep {...props} step={step} />
        )}
        <LiveAnnouncement session={session} me={me.id} isAway={isAway} />
      </main>
    </WordDeskContext>
  );
}

function CurrentStep({ step, ...props }: StepProps & { readonly step: string }) {
  const { session, from, onLayer } = props;
  const styles = usePanelStyles();
  const [first] = useState(step);
  const ring = useRing();
  const part = useTurnPart(session, ring[0]);
  const Current = steps[session.phase];
  const isLate = first === step && session.phase !== "arrive" && session.phase !== "over";
  return (
    <>
      <PanelHeader session={session} isLate={isLate} hasFocus={from === "parts"} onParts={() => onLayer("parts")} />
      <div className={isCrowded(session) ? styles.yielding : ""}>
        <SessionWeave session={session} turnPart={part} />
      </div>
      <Current key={step} {...props} ring={ring} isFull={part !== null && part >= 1} />
    </>
  );
}

/** Layers that are about one step close with it; the others stay open while the session goes on above. */
const ofOneStep: ReadonlySet<Layer> = new Set(["swap", "questions", "exercise", "parts"]);

function useLayer({ stepSince }: SessionView) {
  const [open, setOpen] = useState<{ readonly layer: Layer; readonly since: number } | null>(null);
  const setLayer = useCallback(
    (layer: Layer | null) => setOpen(layer === null ? null : { layer, since: stepSince }),
    [stepSince],
  );
  const isOpen = open !== null && (open.since === stepSince || !ofOneStep.has(open.layer));
  return [isOpen ? open.layer : null, setLayer] as const;
}

/** The step before this one, by its number. */
function useFormer(step: number): number | null {
  const [steps, setSteps] = useState<{ readonly now: number; readonly former: number | null }>({
    now: step,
    former: null,
  });
  if (steps.now === step) return steps.former;
  setSteps({ now: step, former: steps.now });
  return steps.now;
}

/** What was left out of the first load comes while nobody waits for it, so that a lost network costs no step. */
function usePreloading(): void {
  useEffect(() => {
    const timer = setTimeout(
      () => void Promise.allSettled([layers, book, over].map((part) => part.fetchAhead())),
      1_500,
    );
    return () => clearTimeout(timer);
  }, []);
}

/** Takes the session off the meeting's stage once it may not or need not be there any more. */
function useStage(staging: SessionView["staging"]): void {
  const { host } = useApp();
  const wasStaged = useRef(false);
  useEffect(() => {
    if (wasStaged.current && staging !== "staged") void host.stage.stop();
    wasStaged.current = staging === "staged";
  }, [host, staging]);
}
