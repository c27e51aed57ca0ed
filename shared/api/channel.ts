/** The channels between the page's process and main; known to the preload and to main only. */
export const channel = {
  call: 'call',
  cancel: 'cancel',
  grant: 'grant',
  progress: 'progress',
  event: 'event',
} as const;
