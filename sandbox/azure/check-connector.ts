import { isJsonObject, type JsonObject } from '../json';
import { ArmError } from './arm-error';
import { connectorLocations } from './providers';

/** Refuses a body that no connector can have. The codes are those of Azure Resource Manager; Defender's own are not published. */
export function checkConnector(body: JsonObject): void {
  const { location, properties } = body;
  if (typeof location !== 'string' || location === '') throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  if (!connectorLocations.some((each) => shortName(each) === shortName(location))) {
    throw new ArmError(
      400,
      'LocationNotAvailableForResourceType',
      `The provided location '${location}' is not available for resource type 'Microsoft.Security/securityConnectors'. List of available regions for the resource type is '${connectorLocations.map(shortName).join(',')}'.`,
    );
  }
  if (!isJsonObject(properties)) throw invalid('properties', 'is required');
  if (!isJsonObject(properties['environmentData'])) throw invalid('properties.environmentData', 'is required');
  if (typeof properties['environmentData']['environmentType'] !== 'string') throw invalid('properties.environmentData.environmentType', 'is required');
  const { offerings } = properties;
  if (!Array.isArray(offerings)) throw invalid('properties.offerings', 'is not an array');
  offerings.forEach(checkOffering);
}

function checkOffering(offering: unknown, index: number): void {
  if (!isJsonObject(offering) || typeof offering['offeringType'] !== 'string') throw invalid(`properties.offerings[${index}].offeringType`, 'is required');
  if ('subPlan' in offering && !isJsonObject(offering['subPlan'])) throw invalid(`properties.offerings[${index}].subPlan`, 'is not an object');
}

export const shortName = (location: string): string => location.toLowerCase().replaceAll(' ', '');

const invalid = (path: string, what: string) =>
  new ArmError(400, 'InvalidRequestContent', 'The request content was invalid.', {}, [{ code: 'InvalidProperty', message: `The property '${path}' ${what}.` }]);
