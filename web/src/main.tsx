import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RefusedError } from './client.ts'
import { releaseForgottenPictures } from './record/page-pictures.ts'
import { router } from './router.tsx'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/shell.css'
import './styles/pages.css'
import './styles/queue.css'
import './styles/case.css'
import './styles/record.css'
import './styles/viewer.css'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused stays refused; only a fault of the network is tried again.
      retry: (failures, error) => !(error instanceof RefusedError) && failures < 2,
    },
  },
})

releaseForgottenPictures(queries)

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root element')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
