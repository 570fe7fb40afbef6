export interface ShareCard {
  title: string;
  desc: string;
  link: string;
  imgUrl: string;
}

let cardOfPage: ShareCard | null = null;

/** Remembers what the page wants to be shared as; the last call wins. */
export function setShareCard(card: Partial<ShareCard>): void {
  const unset = defaultShareCard();
  cardOfPage = {
    title: card.title || unset.title,
    desc: card.desc ?? "",
    link: card.link || unset.link,
    imgUrl: card.imgUrl ?? "",
  };
}

/** Without a word from the page a card has its title and address and no picture. */
function defaultShareCard(): ShareCard {
  const [link = location.href] = location.href.split("#");
  return { title: document.title || link, desc: link, link, imgUrl: "" };
}

export function currentShareCard(): ShareCard {
  return cardOfPage ?? defaultShareCard();
}
