/** No vertex, no node, no tree. */
export const none = -1;
