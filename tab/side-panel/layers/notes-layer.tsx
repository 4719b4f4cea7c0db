import { panelLayersMessages } from "../../../shared/content/panel-layers-messages.ts";
import { useLocale } from "../../app-context.tsx";
import { WritingField } from "../writing-field.tsx";

/** Notes of one's own, kept as they are typed. */
export function NotesLayer() {
  const say = panelLayersMessages(useLocale());
  return <WritingField kind="notes" label={say.notesLabel} reach="author" readers={say.notesReaders} lines={12} />;
}
