type Text = ((key: string) => string) & { has: (key: string) => boolean };

/** What a channel is called; one that has no name yet by its key. */
export function channelNames(text: Text): (channel: string) => string {
  return (channel) => {
    const key = `channel.${channel}`;
    return text.has(key) ? text(key) : channel;
  };
}
