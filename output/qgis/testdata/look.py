# Opens a project or a layer in QGIS without a window and says as JSON what came
# of it.
#
#   look.py '{"project": "events.qgz", "days": ["2021-03-14"], "picture": "map.png"}'
#   look.py '{"layer": "events.gpkg|layername=events"}'
#
# A picture is of the given days only, or else of all time.
import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (  # noqa: E402
    QgsApplication, QgsDateTimeRange, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeatureRequest,
    QgsMapRendererSequentialJob, QgsMapSettings, QgsProject, QgsRenderContext, QgsSymbolLayer, QgsVectorLayer,
    QgsVectorLayerTemporalContext, QgsWkbTypes)
from qgis.PyQt.QtCore import QDateTime, QSize, Qt  # noqa: E402

asked = json.loads(sys.argv[1])
answer = {"warnings": []}
app = QgsApplication([], False)
app.messageLog().messageReceived.connect(
    lambda text, tag, level: answer["warnings"].append(f"{tag}: {text}") if level in (1, 2) else None)
app.initQgis()


def day(text):
    """The frame of a day, as the temporal controller makes it."""
    begin = QDateTime.fromString(text + "T00:00:00Z", Qt.ISODate)
    return QgsDateTimeRange(begin, begin.addDays(1), True, False)


def in_frame(layer, frame):
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    request = QgsFeatureRequest()
    request.setFilterExpression(layer.temporalProperties().createFilterString(context, frame))
    return sum(1 for _ in layer.getFeatures(request))


def tip(layer):
    """The map tips of all events, as QGIS fills them in."""
    tips = []
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        tips.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    return tips


def described(layer):
    if not layer.isValid():
        return {"name": layer.name(), "valid": False}
    time = layer.temporalProperties()
    said = {
        "name": layer.name(), "valid": True, "events": layer.featureCount(), "crs": layer.crs().authid(),
        "temporal": time.isActive(), "mode": time.mode(), "start": time.startField(), "end": time.endField(),
        "renderer": layer.renderer().type(), "labels": layer.labelsEnabled(), "rights": layer.metadata().rights(),
        "tip": layer.mapTipTemplate() != "",
        "types": {f.name(): f.typeName() for f in layer.fields()},
    }
    if said["renderer"] == "categorizedSymbol":
        said["legend"] = [c.label() for c in layer.renderer().categories()]
        if layer.geometryType() == QgsWkbTypes.PointGeometry:
            said["sizes"] = sizes(layer)
    if time.isActive():
        said["frames"] = {d: in_frame(layer, day(d)) for d in asked.get("days", [])}
    if asked.get("tips"):
        said["tips"] = tip(layer)
    return said


def sizes(layer):
    """The size of each event's dot, by id."""
    context = QgsRenderContext()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    result = {}
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        symbol = renderer.originalSymbolForFeature(feature, context)
        if symbol is None:
            result[str(feature["id"])] = None
            continue
        part = symbol.symbolLayer(0)
        size, ok = part.dataDefinedProperties().valueAsDouble(QgsSymbolLayer.PropertySize, context.expressionContext(), -1)
        result[str(feature["id"])] = round(size, 2)
    renderer.stopRender(context)
    return result


def draw(project, layers, path):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(project.crs())
    settings.setBackgroundColor(project.backgroundColor())
    settings.setOutputSize(QSize(*asked.get("size", [900, 600])))
    settings.setOutputDpi(96)
    settings.setExtent(project.viewSettings().defaultViewExtent())
    settings.setTransformContext(project.transformContext())
    if asked.get("days"):
        settings.setIsTemporal(True)
        settings.setTemporalRange(QgsDateTimeRange(day(asked["days"][0]).begin(), day(asked["days"][-1]).end(), True, False))
    context = project.createExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    answer["labels"] = sorted(label.labelText for label in job.takeLabelingResults().allLabels())
    for error in job.errors():
        answer["warnings"].append(f"drawing {error.layerID}: {error.message}")
    job.renderedImage().save(path)


if "project" in asked:
    project = QgsProject.instance()
    answer["read"] = project.read(asked["project"])
    layers = [n.layer() for n in project.layerTreeRoot().findLayers()]
    answer["layers"] = [described(layer) for layer in layers]
    answer["shown"] = [n.name() for n in project.layerTreeRoot().findLayers() if n.isVisible()]
    answer["title"], answer["crs"] = project.title(), project.crs().authid()
    time = project.timeSettings()
    answer["range"] = [time.temporalRange().begin().toString(Qt.ISODate), time.temporalRange().end().toString(Qt.ISODate)]
    answer["step"], answer["unit"] = time.timeStep(), int(time.timeStepUnit())
    answer["navigation"] = project.readNumEntry("TemporalControllerWidget", "/NavigationMode")[0]
    if asked.get("picture"):
        draw(project, [n.layer() for n in project.layerTreeRoot().findLayers() if n.isVisible()], asked["picture"])
else:
    answer["layers"] = [described(QgsVectorLayer(asked["layer"], "layer", "ogr"))]

print(json.dumps(answer, ensure_ascii=False))
sys.stdout.flush()
os._exit(0)  # QGIS without a window may crash while it ends
