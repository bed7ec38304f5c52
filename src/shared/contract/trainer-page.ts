/** What a page tells on the link of a trainer that runs in it, beside that trainer's own messages. */
export type TrainerPageMessage =
  /** The first message on a link. One link is one trainer; a page offers itself anew once a link is used. */
  | {
      readonly kind: 'offer';
      /** The same on every link of a page. */
      readonly page: string;
      /** In words: why no trainer could compute there; null: one can. */
      readonly obstacle: string | null;
    }
  /** The trainer ended by itself. `reason`: in words. */
  | { readonly kind: 'ended'; readonly reason: string };
