import { type Schemas, unwrap } from '@likeness/sdk';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { tenantDay } from '../ui/control/time-range.ts';
import { likeness } from './likeness.ts';
import { keyOf } from './query-keys.ts';

export type Tenant = Schemas['Tenant'];

/** The tenant that is worked in: its name, time zone and settings. */
export function useTenant(): UseQueryResult<Tenant> {
  return useQuery({
    queryKey: keyOf('tenant'),
    queryFn: async ({ signal }) => unwrap(await likeness.GET('/api/tenant', { signal })),
  });
}

/** The day it is for the tenant, YYYY-MM-DD, as of when the component was first shown; undefined while the tenant is not known. */
export function useToday(): string | undefined {
  const timeZone = useTenant().data?.time_zone;
  const [now] = useState(() => new Date());
  return timeZone === undefined ? undefined : tenantDay(now, timeZone);
}
