/** What the door makes of a request: believed, refused, or a question that was answered. */
export const noticeVerdicts = ['accepted', 'refused', 'answered'] as const;

export type NoticeVerdict = (typeof noticeVerdicts)[number];
