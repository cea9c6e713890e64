<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|MapTips|Temporal" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="&#39;&#39;" forceraster="0" symbollevels="0" referencescale="-1" enableorderby="1">
  <categories>
   <category symbol="0" value="Battles" label="Battles" render="true" type="string"/>
  </categories>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="size" value="2.3813"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="vertical_anchor_point" value="1"/>
      <Option type="QString" name="color" value="169,2,0,50"/>
      <Option type="QString" name="outline_color" value="169,2,0,255"/>
      <Option type="QString" name="outline_style" value="dash"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="NOT coalesce(NULL IN (&#39;exact&#39;, &#39;near&#39;), false)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="size" value="2.3813"/>
      <Option type="QString" name="size_unit" value="MM"/>
      <Option type="QString" name="scale_method" value="diameter"/>
      <Option type="QString" name="outline_width" value="0.25"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="bevel"/>
      <Option type="QString" name="cap_style" value="flat"/>
      <Option type="QString" name="angle" value="0"/>
      <Option type="QString" name="offset" value="0,0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="horizontal_anchor_point" value="1"/>
      <Option type="QString" name="vertical_anchor_point" value="1"/>
      <Option type="QString" name="color" value="169,2,0,215"/>
      <Option type="QString" name="outline_color" value="255,255,255,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="NULL IN (&#39;exact&#39;, &#39;near&#39;)"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <rotation/>
  <sizescale/>
  <orderby>
   <orderByClause asc="0" nullsFirst="0">NULL</orderByClause>
  </orderby>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="coalesce(NULL, &#34;place&#34;, &#39;&#39;) || if(NULL &gt; 0, &#39; (&#39; || NULL || &#39;)&#39;, &#39;&#39;)" isExpression="1" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="41,45,64,255" textOpacity="1" allowHtml="0" multilineHeight="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferNoFill="1" bufferJoinStyle="128"/>
   </text-style>
   <text-format wrapChar="" autoWrapLength="32" useMaxLineLengthForAutoWrap="1" multilineAlign="3"/>
   <placement placement="6" predefinedPositionOrder="R" offsetType="1" dist="0.4" distUnits="MM" priority="5"/>
   <rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="12000000" obstacle="1" obstacleFactor="0.5" displayAll="0" limitNumLabels="1" maxNumLabels="500" fontMinPixelSize="0" fontMaxPixelSize="10000" upsidedownLabels="0"/>
  </settings>
 </labeling>
 <previewExpression>&#34;title&#34;</previewExpression>
 <mapTip>&lt;div style=&#34;max-width: 26em&#34;&gt;&lt;b&gt;[% replace(replace(replace(coalesce(&#34;title&#34;, NULL, &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %]&lt;/b&gt;&#xA;[% &#39;&lt;br&gt;&#39; || nullif(replace(replace(replace(NULL, &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;), &#39;&#39;) %]&#xA;[% &#39;&lt;br&gt;&#39; || nullif(replace(replace(replace(concat(NULL, &#39;: &#39; || NULL), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;), &#39;&#39;) %]&#xA;[% &#39;&lt;br&gt;&#39; || nullif(replace(replace(replace(concat(NULL, &#39; – &#39; || NULL), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;), &#39;&#39;) %]&#xA;[% &#39;&lt;br&gt;&#39; || nullif(replace(replace(replace(concat(NULL || &#39; killed  &#39;, NULL || &#39; wounded  &#39;, NULL || &#39; displaced&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;), &#39;&#39;) %]&#xA;[% &#39;&lt;br&gt;&#39; || nullif(replace(replace(replace(concat(NULL, &#39;, &#39; || NULL, &#39;, &#39; || NULL, &#39; (known to: &#39; || NULL || &#39;)&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;), &#39;&#39;) %]&#xA;[% &#39;&lt;br&gt;&#39; || nullif(replace(replace(replace(&#39;“&#39; || left(&#34;quote&#34;, 400) || if(length(&#34;quote&#34;) &gt; 400, &#39; …&#39;, &#39;&#39;) || &#39;”&#39;, &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;), &#39;&#39;) %]&#xA;[% &#39;&lt;br&gt;&#39; || nullif(replace(replace(replace(concat(NULL, &#39;  &#39; || left(NULL, 200)), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;), &#39;&#39;) %]&#xA;&lt;/div&gt;</mapTip>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <layerGeometryType>0</layerGeometryType>
</qgis>
