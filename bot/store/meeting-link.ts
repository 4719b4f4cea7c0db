const thread = /19:meeting_[^@/?#\s]+@thread\.(?:v2|skype)/i;

/**
 * The id of the meeting's chat, "19:meeting_…@thread.v2", where the text is one or is a join link that carries one,
 * encoded once or twice. `null` for the short links that carry none.
 */
export function chatIdIn(link: string): string | null {
  let text = link;
  for (let layers = 0; layers < 3; layers++) {
    const [found] = thread.exec(text) ?? [];
    if (found) return found;
    text = decoded(text);
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
