import { apiRoute } from '@/app/api/v1/api-route';
import { listMethods } from '@/lib/api/list-methods';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = apiRoute(listMethods);
