import { Navigate } from '@tanstack/react-router'
import { useSession } from '~/session.ts'
import { Loading } from '~/ui/states.tsx'
import { Landing } from './landing.tsx'

/** The first page: the cases for whoever is signed in, the published decisions for everyone else. */
export function Home() {
  const session = useSession()
  if (session.isPending) return <Loading what="OpenIMR" />
  return session.data?.user ? <Navigate to="/cases" replace /> : <Landing />
}
