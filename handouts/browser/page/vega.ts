import embed from 'vega-embed';

window.nnlabEmbed = (element, spec, options) => embed(element, spec, options);
