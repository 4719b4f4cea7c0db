/**
 * What stands in a draft's field: the notes, until they are edited here. Where the notes grew on another device meanwhile, both stand, what
 * was typed here above.
 */
export function draftWords(notes: string, edited: { readonly text: string; readonly from: string } | null): string {
  if (!edited) return notes;
  if (edited.from === notes || edited.text.includes(notes)) return edited.text;
  const added = notes.startsWith(edited.from) ? notes.slice(edited.from.length).trim() : notes;
  return edited.text.includes(added) ? edited.text : `${edited.text}\n\n${added}`;
}
