// One deployment of Counterpoint: it serves one Microsoft 365 tenant.
targetScope = 'resourceGroup'

@description('Begins every resource\'s name. It becomes part of host names, so it must be free in all of Azure.')
@minLength(3)
@maxLength(18)
param baseName string

param location string = resourceGroup().location

@description('The host name people\'s Teams clients reach, when the organisation brings its own. Its DNS record and certificate are bound separately.')
param customHost string = ''

@description('How many server processes run at once, one to an instance.')
@minValue(1)
@maxValue(10)
param instances int = 1

@description('application: an administrator gives leave to participants\' calendars. delegated: each person connects their own.')
@allowed(['application', 'delegated'])
param calendarAccess string = 'application'

param webSku string = 'P0v3'
param databaseSku string = 'Standard_B2s'
param databaseTier string = 'Burstable'

param tenantId string
param clientId string
@secure()
param clientSecret string
param botAppId string
param teamsAppId string
@secure()
param botAppPassword string
@secure()
param databaseOwnerPassword string
@secure()
param databaseServerPassword string
@description('The keys that seal private text, as the setting SEALING_KEYS has them.')
@secure()
param sealingKeys string

module network 'network.bicep' = {
  name: 'counterpoint-network'
  params: {
    baseName: baseName
    location: location
  }
}

module database 'database.bicep' = {
  name: 'counterpoint-database'
  params: {
    baseName: baseName
    location: location
    subnetId: network.outputs.databaseSubnetId
    privateDnsZoneId: network.outputs.databaseDnsZoneId
    sku: databaseSku
    tier: databaseTier
    ownerPassword: databaseOwnerPassword
  }
}

module secrets 'secrets.bicep' = {
  name: 'counterpoint-secrets'
  params: {
    baseName: baseName
    location: location
    clientSecret: clientSecret
    botAppPassword: botAppPassword
    sealingKeys: sealingKeys
    databaseUrl: 'postgres://counterpoint_server:${uriComponent(databaseServerPassword)}@${database.outputs.host}/counterpoint?sslmode=verify-full'
    databaseOwnerUrl: 'postgres://counterpoint_owner:${uriComponent(databaseOwnerPassword)}@${database.outputs.host}/counterpoint?sslmode=verify-full'
  }
}

module webApp 'web-app.bicep' = {
  name: 'counterpoint-web-app'
  params: {
    baseName: baseName
    location: location
    sku: webSku
    instances: instances
    customHost: customHost
    subnetId: network.outputs.webSubnetId
    identityId: secrets.outputs.identityId
    vaultUri: secrets.outputs.vaultUri
    tenantId: tenantId
    clientId: clientId
    botAppId: botAppId
    teamsAppId: teamsAppId
    calendarAccess: calendarAccess
  }
}

module bot 'bot.bicep' = {
  name: 'counterpoint-bot'
  params: {
    baseName: baseName
    host: webApp.outputs.host
    tenantId: tenantId
    botAppId: botAppId
  }
}

output PUBLIC_HOST string = webApp.outputs.host
output WEB_APP_RESOURCE_ID string = webApp.outputs.resourceId
