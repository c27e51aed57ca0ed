/** What runs along printed pages, for main, which knows nothing of the report beyond the page it prints. */
export { headTemplate } from '#shared/report/html/running.ts';
