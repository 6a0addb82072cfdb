/** Settings of the made-up wallet that the fixture and the double share. */
export const qiwiSample = { secretKey: 'qiwi-secret-key', siteId: 'office' } as const;
