/** Everything of Azure that needs the adapters or the core: a file of its own, loaded when somebody first signs in. */
export { createAzurePorts, endpointOf } from '../../adapters/azure';
export { connectorLocations } from '../../app/azure/connector-locations';
export { listConnectors } from '../../app/azure/list-connectors';
export { listSubscriptions } from '../../app/azure/list-subscriptions';
export { azureStatement } from '../../core/health/azure-statement';
export { describePlans } from '../../core/language/describe-plans';
export { readInventory } from '../../app/azure/read-inventory';
