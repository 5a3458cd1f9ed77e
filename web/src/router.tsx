import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { readCalendarSearch } from './calendar/calendar-search.ts'
import { CaseList } from './cases/case-list.tsx'
import { readQueueSearch } from './cases/queue-search.ts'
import { Home } from './published/home.tsx'
import { PublishedList } from './published/published-list.tsx'
import { NotFound } from './shell/not-found.tsx'
import { PageFault } from './shell/page-fault.tsx'
import { Shell } from './shell/shell.tsx'
import { SignIn } from './sign-in/sign-in.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: PageFault,
})

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignIn,
  validateSearch: (search): { readonly next?: string } =>
    // Only an address inside the application, never another site.
    typeof search['next'] === 'string' && /^\/(?![/\\])/.test(search['next'])
      ? { next: search['next'] }
      : {},
})

const published = createRoute({
  getParentRoute: () => root,
  path: '/published',
  component: PublishedList,
})

const publishedOne = createRoute({
  getParentRoute: () => root,
  path: '/published/$caseNumber',
  component: lazyRouteComponent(() => import('./published/published-page.tsx'), 'PublishedPage'),
})

const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  component: CaseList,
  validateSearch: readQueueSearch,
})

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  component: lazyRouteComponent(() => import('./calendar/calendar.tsx'), 'Calendar'),
  validateSearch: readCalendarSearch,
})

const newApplication = createRoute({
  getParentRoute: () => root,
  path: '/cases/new',
  component: lazyRouteComponent(
    () => import('./application/new-application.tsx'),
    'NewApplication',
  ),
})

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  component: lazyRouteComponent(() => import('./users/users.tsx'), 'Users'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account.tsx'), 'Account'),
})

const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  component: lazyRouteComponent(() => import('./figures/figures.tsx'), 'Figures'),
})

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./case/case-layout.tsx'), 'CaseLayout'),
})

const overview = createRoute({
  getParentRoute: () => oneCase,
  path: '/',
  component: lazyRouteComponent(() => import('./case/overview.tsx'), 'Overview'),
})

const clocks = createRoute({
  getParentRoute: () => oneCase,
  path: '/clocks',
  component: lazyRouteComponent(() => import('./case/clocks.tsx'), 'Clocks'),
})

const eligibility = createRoute({
  getParentRoute: () => oneCase,
  path: '/eligibility',
  component: lazyRouteComponent(() => import('./case/eligibility.tsx'), 'Eligibility'),
})

/** A place in the record: the file, its page, and the passage on it. */
export type PlaceSearch = {
  readonly file?: string
  readonly page?: number
  readonly start?: number
  readonly end?: number
  /** Words looked for in all pages. */
  readonly q?: string
}

const documents = createRoute({
  getParentRoute: () => oneCase,
  path: '/documents',
  component: lazyRouteComponent(() => import('./case/documents.tsx'), 'Documents'),
  validateSearch: (search): PlaceSearch => ({
    ...(typeof search['file'] === 'string' ? { file: search['file'] } : {}),
    ...(isCount(search['page']) ? { page: search['page'] } : {}),
    ...(isCount(search['start']) ? { start: search['start'] } : {}),
    ...(isCount(search['end']) ? { end: search['end'] } : {}),
    ...(typeof search['q'] === 'string' ? { q: search['q'] } : {}),
  }),
})

const ledger = createRoute({
  getParentRoute: () => oneCase,
  path: '/documents/ledger',
  component: lazyRouteComponent(() => import('./record/ledger.tsx'), 'Ledger'),
})

const missing = createRoute({
  getParentRoute: () => oneCase,
  path: '/documents/missing',
  component: lazyRouteComponent(() => import('./record/missing.tsx'), 'MissingRecords'),
})

const received = createRoute({
  getParentRoute: () => oneCase,
  path: '/documents/received',
  component: lazyRouteComponent(() => import('./record/received.tsx'), 'Received'),
})

const evidence = createRoute({
  getParentRoute: () => oneCase,
  path: '/evidence',
  component: lazyRouteComponent(() => import('./case/evidence.tsx'), 'Evidence'),
})

const determination = createRoute({
  getParentRoute: () => oneCase,
  path: '/determination',
  component: lazyRouteComponent(() => import('./case/determination.tsx'), 'Determination'),
})

const history = createRoute({
  getParentRoute: () => oneCase,
  path: '/history',
  component: lazyRouteComponent(() => import('./case/history.tsx'), 'History'),
})

const correspondence = createRoute({
  getParentRoute: () => oneCase,
  path: '/correspondence',
  component: lazyRouteComponent(() => import('./case/correspondence.tsx'), 'Correspondence'),
})

const money = createRoute({
  getParentRoute: () => oneCase,
  path: '/money',
  component: lazyRouteComponent(() => import('./case/money.tsx'), 'Money'),
})

const amendApplication = createRoute({
  getParentRoute: () => oneCase,
  path: '/application',
  component: lazyRouteComponent(
    () => import('./application/amend-application.tsx'),
    'AmendApplication',
  ),
})

const decide = createRoute({
  getParentRoute: () => oneCase,
  path: '/decide/$treatmentId',
  component: lazyRouteComponent(() => import('./decide/decide.tsx'), 'Decide'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signIn,
    published,
    publishedOne,
    cases,
    calendar,
    newApplication,
    users,
    account,
    figures,
    oneCase.addChildren([
      overview,
      clocks,
      eligibility,
      documents,
      ledger,
      missing,
      received,
      evidence,
      determination,
      history,
      correspondence,
      money,
      amendApplication,
      decide,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
