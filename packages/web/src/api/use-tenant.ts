import { type Schemas, unwrap } from '@likeness/sdk';
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { tenantDay } from '../ui/control/time-range.ts';
import { likeness } from './likeness.ts';
import { keyOf } from './query-keys.ts';
import { rememberTenant } from './remembered-tenant.ts';

export type Tenant = Schemas['Tenant'];

/** How the tenant is asked for; this browser remembers what pages need of it before they can ask for figures. */
export const tenantQuery = queryOptions({
  queryKey: keyOf('tenant'),
  queryFn: async ({ signal }): Promise<Tenant> => {
    const tenant = unwrap(await likeness.GET('/api/tenant', { signal }));
    rememberTenant({ timeZone: tenant.time_zone, demographics: tenant.settings.demographics });
    return tenant;
  },
});

/** The tenant that is worked in: its name, time zone and settings. */
export function useTenant(): UseQueryResult<Tenant> {
  return useQuery(tenantQuery);
}

/** The day it is for the tenant, YYYY-MM-DD, as of when the component was first shown; undefined while the tenant is not known. */
export function useToday(): string | undefined {
  const timeZone = useTenant().data?.time_zone;
  const [now] = useState(() => new Date());
  return timeZone === undefined ? undefined : tenantDay(now, timeZone);
}
